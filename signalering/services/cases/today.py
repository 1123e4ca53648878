"""The day of a coordinator: one list of all that asks for something, with names.

Opening the names is one entry in the trail, with how many there were.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, or_, select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import part_of_day
from signalering.domain.lifecycles import CaseDeadline, KeyGroup
from signalering.domain.states import CaseState
from signalering.domain.views.cases.today import Rank, Today, TodayCase
from signalering.models.cases.case import Case
from signalering.models.cases.task import CaseTask
from signalering.models.signals.contact import ContactDetails
from signalering.services.audit.record import record
from signalering.services.cases._day import day_of_case
from signalering.services.keys.groups import is_member
from signalering.services.referrals.answers import cases_with_answers_of
from signalering.services.signals.today import details_waiting, late, own_signals, queued
from signalering.services.work import Work

AT_MOST = 50


def today(work: Work) -> Today:
    """What this day asks of the actor. Without the group's key no words are opened: codes alone.

    Raises Denied.
    """
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    now = part_of_day(work.clock.now())
    opens = is_member(work, KeyGroup.CASEWORK)
    asking = _asking(work) if opens else ()
    rows = [day_of_case(work, case, now) for case in asking[:AT_MOST]]
    shown = sorted((row for row in rows if row), key=_order)
    record(work, AuditAction.DAY_LISTED, count=len(shown))
    return Today(
        part_of_day=now,
        cases=tuple(shown),
        signals=own_signals(work),
        details=details_waiting(work),
        new_signals=queued(work),
        late_signals=late(work),
        more=len(asking) > AT_MOST,
        opens=opens,
    )


def _asking(work: Work) -> Sequence[Case]:
    """Cases in hand with something due or planned, or with news; those that rest only with news.

    A first attempt stands there from the day on which the case was opened: its deadline is the
    last day, not the best one.
    """
    day = work.clock.today()
    own = Case.owner_id.in_(work.by().in_hand)
    first = Case.deadline_kind == CaseDeadline.FIRST_ATTEMPT.value
    planned = Case.id.in_(select(CaseTask.case_id).where(CaseTask.due_on <= day))
    asks = or_(Case.deadline_on <= day, first, planned)
    due = and_(asks, or_(Case.paused_until.is_(None), Case.paused_until < day))
    # What the law sets a day for: neither a rest nor the end puts it off.
    law = or_(Case.inform_by <= day, Case.request_by <= day)
    told = select(ContactDetails.case_id).where(
        ContactDetails.case_id.is_not(None), ContactDetails.news.is_not(None)
    )
    news = Case.id.in_(told.union(cases_with_answers_of(work.by().in_hand)))
    given = and_(Case.handed_over.is_(True), Case.state != CaseState.CLOSED.value)
    query = select(Case).where(own, or_(due, law, news, given)).order_by(Case.deadline_on, Case.id)
    return work.data.scalars(query.limit(AT_MOST + 1)).all()


def _order(row: TodayCase) -> tuple[Rank, str, str, UUID]:
    first = row.steps[0] if row.steps else None
    due = first.due.isoformat() if first and first.due else ""
    time = first.task.time if first and first.task else ""
    return row.rank, due or time, row.name, row.case_id
