"""Referrals of a case as its page shows them, with the steps that can be recorded now."""

from uuid import UUID

from sqlalchemy import select

from signalering.domain.case_clocks import is_fresh
from signalering.domain.errors import NotAllowedNow
from signalering.domain.flows import referral as flow
from signalering.domain.flows.table import By
from signalering.domain.states import Attendance, CaseState, ReferralState
from signalering.domain.views.referrals.advance import ReferralView
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferStanding
from signalering.models.referrals.referral import Referral
from signalering.services.cases.finding import case_of
from signalering.services.cases.head import kept_head
from signalering.services.directory.standings import room_of
from signalering.services.referrals.advance import BY_HAND
from signalering.services.referrals.finding import referral_of
from signalering.services.referrals.links import TAKING_PART, is_alive
from signalering.services.referrals.send import FROM as SENDABLE
from signalering.services.work import Work


def referrals_of(work: Work, case: Case) -> tuple[ReferralView, ...]:
    """Unfinished ones first, then by the initiative's name."""
    rows = work.data.scalars(select(Referral).where(Referral.case_id == case.id)).all()
    views = [_view(work, row, case) for row in rows]
    return tuple(sorted(views, key=lambda view: (not view.unfinished, view.initiative, view.id)))


def kept_referral(work: Work, referral_id: UUID) -> ReferralView:
    """One of a case that the actor keeps, codes only. Raises NotFound, Denied."""
    referral = referral_of(work, referral_id)
    kept_head(work, referral.case_id)
    return _view(work, referral, case_of(work, referral.case_id))


def _view(work: Work, row: Referral, case: Case) -> ReferralView:
    initiative = work.data.get_one(Initiative, row.initiative_id)
    standing, today = work.data.get(OfferStanding, row.initiative_id), work.clock.today()
    state = ReferralState(row.state)
    is_own = work.by().keeps(case.owner_id)
    closed = case.state == CaseState.CLOSED
    moves = [end.value for end in flow.moves(state, By.OWNER) if end in BY_HAND]
    return ReferralView(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        initiative_id=row.initiative_id,
        initiative=initiative.name,
        pillar=initiative.pillar,
        state=state.value,
        deadline_on=row.deadline_on,
        attendance=row.attendance,
        reason=row.decline_reason or row.stop_reason,
        moves=tuple(moves) if is_own else (),
        attendance_steps=_steps(row, state) if is_own else (),
        unfinished=state not in flow.FINISHED,
        capacity=initiative.capacity,
        assured_on=initiative.assured_on,
        fresh=is_fresh(initiative.assured_on, today),
        room=room_of(standing, today).value,
        stopped=standing is not None and standing.stopped_on is not None,
        mail_address=initiative.contact_address or "",
        link_until=row.link_until if is_alive(work, row) else None,
        may_send=is_own and state in SENDABLE and not closed,
        may_renew=is_own and state in TAKING_PART,
    )


def _steps(row: Referral, state: ReferralState) -> tuple[str, ...]:
    recorded = [Attendance(row.attendance)] if row.attendance else []
    return tuple(step.value for step in Attendance if _may(state, recorded, step))


def _may(state: ReferralState, recorded: list[Attendance], step: Attendance) -> bool:
    try:
        flow.check_attendance(state, recorded, step)
    except NotAllowedNow:
        return False
    return True
