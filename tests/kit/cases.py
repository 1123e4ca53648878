"""Cases for tests: opened from a whole signal, and the ways to have one somewhere in its life."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from kit.signals import taken, with_details
from kit.story import remembered
from kit.town import Town
from signalering.domain.commands.cases.attempt import RecordAttempt
from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.consent import RecordConsent
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.referrals.advance import AdvanceReferral
from signalering.domain.commands.referrals.propose import ProposeReferral
from signalering.domain.commands.signals.log import LogSignal
from signalering.domain.consent import SHARE_TEXT_NOW, TEXT_NOW
from signalering.domain.states import (
    AttemptResult,
    Attendance,
    CaseOutcome,
    CaseState,
    Channel,
    ConsentScope,
    ConsentWay,
    ReferralState,
)
from signalering.models.cases.case import Case
from signalering.models.directory.initiative import Initiative
from signalering.models.referrals.referral import Referral
from signalering.models.signals.contact import ContactDetails
from signalering.models.statistics.fact import PendingFact
from signalering.services.cases.attempt import attempt
from signalering.services.cases.close import close
from signalering.services.cases.consent import consent
from signalering.services.cases.contact import contact_of
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.move import move
from signalering.services.cases.open import open as open_case
from signalering.services.directory.load import load
from signalering.services.referrals.advance import advance
from signalering.services.referrals.expire import expire
from signalering.services.referrals.propose import propose
from signalering.services.sealing import open_payload
from signalering.services.statistics.pend import slot_of
from signalering.services.work import Work

S = CaseState
# One way from `opened` to each live state.
WAY: dict[CaseState, tuple[CaseState, ...]] = {
    S.OPENED: (),
    S.CONTACTING: (S.CONTACTING,),
    S.IN_CONVERSATION: (S.IN_CONVERSATION,),
    S.SUPPORTED: (S.IN_CONVERSATION, S.SUPPORTED),
    S.AFTERCARE: (S.IN_CONVERSATION, S.SUPPORTED, S.AFTERCARE),
}
R = ReferralState
# One way from `proposed` to each state that a coordinator can record.
REFERRED: dict[ReferralState, tuple[tuple[ReferralState, str | None], ...]] = {
    R.PROPOSED: (),
    R.CONSENTED: ((R.CONSENTED, None),),
    R.SENT: ((R.CONSENTED, None), (R.SENT, None)),
}
REFERRED[R.ACCEPTED] = (*REFERRED[R.SENT], (R.ACCEPTED, None))
REFERRED[R.DECLINED] = (*REFERRED[R.SENT], (R.DECLINED, "full"))
REFERRED[R.WAITING_LIST] = (*REFERRED[R.ACCEPTED], (R.WAITING_LIST, None))
REFERRED[R.NOT_STARTED] = (*REFERRED[R.ACCEPTED], (R.NOT_STARTED, "transport"))
REFERRED[R.STARTED] = (*REFERRED[R.ACCEPTED], (R.STARTED, None))
REFERRED[R.COMPLETED] = (*REFERRED[R.STARTED], (R.COMPLETED, None))
REFERRED[R.STOPPED] = (*REFERRED[R.STARTED], (R.STOPPED, "health"))


@remembered
def opened(town: Town, key: str = "coordinator", command: LogSignal | None = None) -> UUID:
    """A case that this coordinator opened, with contact details unless told otherwise."""
    signal_id = taken(town, key, command or with_details())
    with town.committed(key) as work:
        return open_case(work, signal_id)


@remembered
def case_in(town: Town, state: CaseState, key: str = "coordinator") -> UUID:
    """A case in this live state."""
    case_id = opened(town, key)
    for step in WAY[state]:
        do(town, lambda w, s=step: move(w, MoveCase(case_id, version(w, case_id), s)), key)
    return case_id


@remembered
def closed_case(town: Town, outcome: CaseOutcome = CaseOutcome.OWN_STRENGTH) -> UUID:
    """A case that was closed."""
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    do(town, lambda work: close(work, CloseCase(case_id, version(work, case_id), outcome)))
    return case_id


def do(town: Town, verb: Callable[[Work], Any], key: str = "coordinator") -> Any:
    """Do something as this person, committed."""
    with town.committed(key) as work:
        return verb(work)


def version(work: Work, case_id: UUID) -> int:
    """As a form that was just shown would have it."""
    return work.data.get_one(Case, case_id).version


@remembered
def recorded_yes(
    town: Town, case_id: UUID, scope: ConsentScope, initiative_id: UUID | None = None
) -> None:
    """Record a consent, spoken to the case's keeper."""
    spoken, text = ConsentWay.SPOKEN_TO_COORDINATOR, TEXT_NOW[scope]
    do(
        town,
        lambda work: consent(
            work,
            RecordConsent(case_id, version(work, case_id), scope, spoken, text, initiative_id),
        ),
    )


@remembered
def tried(
    town: Town,
    case_id: UUID,
    result: AttemptResult = AttemptResult.NO_ANSWER,
    channel: Channel = Channel.PHONE,
    part_of_day: str = "morning",
) -> None:
    """Record an attempt."""
    do(
        town,
        lambda work: attempt(
            work, RecordAttempt(case_id, version(work, case_id), channel, result, part_of_day)
        ),
    )


@remembered
def initiative(town: Town, name: str = "Vitis Welzijn: maatjes") -> UUID:
    """An initiative of the packaged sample."""
    with town.committed() as work:
        load(work)
        found = work.data.scalar(select(Initiative.id).where(Initiative.name == name))
        assert found is not None
        return found


@remembered
def referral_in(
    town: Town, state: ReferralState, case_id: UUID | None = None, name: str = ""
) -> UUID:
    """A referral in this state, of this case or one of its own."""
    of_case = case_id or case_in(town, CaseState.IN_CONVERSATION)
    to = initiative(town, name) if name else initiative(town)
    referral_id: UUID = do(
        town,
        lambda work: propose(
            work,
            ProposeReferral(of_case, version(work, of_case), to, "social", "verloor haar zus"),
        ),
    )
    for step, reason in REFERRED[R.SENT if state is R.EXPIRED else state]:
        stepped(town, referral_id, step, reason=reason)
    if state is R.EXPIRED:
        town.clock.move_to(town.clock.now() + timedelta(days=15))
        with town.committed() as work:
            expire(work)
    return referral_id


@remembered
def stepped(
    town: Town,
    referral_id: UUID,
    to: ReferralState | None = None,
    *,
    attendance: Attendance | None = None,
    reason: str | None = None,
) -> None:
    """Record a step of a referral; the yes comes with the step to `consented`."""
    asked = to is ReferralState.CONSENTED

    def verb(work: Work) -> None:
        command = AdvanceReferral(
            referral_id,
            work.data.get_one(Referral, referral_id).version,
            to,
            attendance,
            reason,
            ConsentWay.SPOKEN_TO_COORDINATOR if asked else None,
            SHARE_TEXT_NOW if asked else "",
        )
        advance(work, command)

    do(town, verb)


def case_row(town: Town, case_id: UUID) -> Case:
    """The row as it stands in the database."""
    with town.work(writes=False) as work:
        case = work.data.get_one(Case, case_id)
        work.data.expunge_all()
        return case


def referral_row(town: Town, referral_id: UUID) -> Referral:
    """The row as it stands in the database."""
    with town.work(writes=False) as work:
        referral = work.data.get_one(Referral, referral_id)
        work.data.expunge_all()
        return referral


def told(town: Town, case_id: UUID, kind: str | None = None) -> list[dict[str, Any]]:
    """The entries of a case, oldest first, or those of one kind."""
    with town.work("coordinator", writes=False) as work:
        case = work.data.get_one(Case, case_id)
        found = [p for _, p in case_entries(work, case, case_key(work, case))]
    return [payload for payload in found if kind is None or payload["kind"] == kind]


def contact_row(town: Town, case_id: UUID) -> ContactDetails | None:
    """The contact details of a case."""
    with town.work(writes=False) as work:
        contact = contact_of(work, case_id)
        work.data.expunge_all()
        return contact


def facts_of(town: Town, case_id: UUID) -> list[dict[str, Any]]:
    """What waits to be counted of a case, in no order."""
    with town.work("coordinator", writes=False) as work:
        case = work.data.get_one(Case, case_id)
        key = case_key(work, case)
        rows = work.data.scalars(select(PendingFact).where(PendingFact.key_id == case.key_id))
        return [open_payload(key, slot_of(row.id), row.sealed) for row in rows]


def events_of(town: Town, case_id: UUID) -> list[str]:
    """Which events wait to be counted of a case, sorted."""
    return sorted(fact["event"] for fact in facts_of(town, case_id))
