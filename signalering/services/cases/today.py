"""The day of a coordinator: one list of all that asks for something, with names.

Opening the names is one entry in the trail, with how many there were.
"""

from collections.abc import Collection, Iterator, Sequence
from uuid import UUID

from sqlalchemy import and_, case, or_, select

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import part_of_day
from signalering.domain.lifecycles import CaseDeadline, KeyGroup, TaskKind
from signalering.domain.views.cases.today import Rank, Today, TodayCase
from signalering.models.cases.case import Case
from signalering.models.cases.task import CaseTask
from signalering.models.signals.contact import ContactDetails
from signalering.services.audit.record import record
from signalering.services.cases._day import day_of_case
from signalering.services.cases.talk import answered
from signalering.services.cases.unfinished import LIVE, unfinished
from signalering.services.keys.groups import is_member
from signalering.services.opening import at_hand
from signalering.services.referrals.answers import cases_with_answers_of, cases_with_news
from signalering.services.retention.leaving import leaving
from signalering.services.signals.today import details_waiting, late, own_signals, queued
from signalering.services.work import Work

AT_MOST = 50
# Nobody keeps more; beyond them a reporter's answer shows in the list of cases.
LOOKED_AT = 500


def today(work: Work) -> Today:
    """What this day asks of the actor. Without the group's key no words are opened: codes alone.

    Raises Denied.
    """
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    # Many are opened: nobody who writes waits for that.
    with work.before() as reading:
        view = _read(reading)
    record(work, AuditAction.DAY_LISTED, count=len(view.cases))
    return view


def _read(work: Work) -> Today:
    now = part_of_day(work.clock.now())
    opens = is_member(work, KeyGroup.CASEWORK)
    told = answered(work, _in_hand(work)) if opens else frozenset()
    asking = _asking(work, told) if opens else ()
    return Today(
        part_of_day=now,
        cases=tuple(sorted(_rows(work, asking[:AT_MOST], now, told), key=_order)),
        signals=own_signals(work),
        details=details_waiting(work),
        new_signals=queued(work),
        late_signals=late(work),
        more=len(asking) > AT_MOST,
        opens=opens,
        leaving=leaving(work, work.by().in_hand),
    )


def _rows(
    work: Work, cases: Sequence[Case], now: str, told: Collection[UUID]
) -> Iterator[TodayCase]:
    at_cases = ContactDetails.case_id.in_([one.id for one in cases])
    of_details = work.data.scalars(select(ContactDetails.key_id).where(at_cases)).all()
    keys = at_hand(work, KeyGroup.CASEWORK, [*(one.key_id for one in cases), *of_details])
    news = cases_with_news(work, [one.id for one in cases])
    for one in cases:
        row = day_of_case(work, one, now, reporters=told, initiatives=news)
        if row is not None:
            yield row
    del keys


def _in_hand(work: Work) -> Sequence[Case]:
    """Live cases: which of them a reporter wrote about stands inside seals alone."""
    own = Case.owner_id.in_(work.by().in_hand)
    query = select(Case).where(own, LIVE)
    return work.data.scalars(query.order_by(Case.deadline_on, Case.id).limit(LOOKED_AT)).all()


def _asking(work: Work, answered_by_reporter: Collection[UUID]) -> Sequence[Case]:
    """Cases in hand with something due or planned, or with news; those that rest only with news.

    A first attempt stands there from the day on which the case was opened: its deadline is the
    last day, not the best one. Where there are more than fit, no backlog pushes out what somebody
    waits for today: appointments, news and what the law asks go before what is only due.
    """
    day = work.clock.today()
    awake = or_(Case.paused_until.is_(None), Case.paused_until < day)
    own = Case.owner_id.in_(work.by().in_hand)
    first = Case.deadline_kind == CaseDeadline.FIRST_ATTEMPT.value
    planned = Case.id.in_(select(CaseTask.case_id).where(CaseTask.due_on <= day))
    asks = or_(Case.deadline_on <= day, first, planned)
    due = and_(asks, awake)
    # What the law sets a day for: neither a rest nor the end puts it off.
    law = or_(Case.inform_by <= day, Case.request_by <= day)
    told = select(ContactDetails.case_id).where(
        ContactDetails.case_id.is_not(None), ContactDetails.news.is_not(None)
    )
    news = Case.id.in_(told.union(cases_with_answers_of(work.by().in_hand)))
    given = and_(Case.handed_over.is_(True), unfinished())
    wrote = Case.id.in_(answered_by_reporter)
    visits = select(CaseTask.case_id).where(
        CaseTask.kind == TaskKind.APPOINTMENT.value, CaseTask.due_on == day
    )
    some_news = or_(news, given, wrote)
    first_of_all = case((and_(awake, Case.id.in_(visits)), 0), (some_news, 1), (law, 2), else_=3)
    query = (
        select(Case)
        .where(own, or_(due, law, some_news))
        .order_by(first_of_all, Case.deadline_on.nulls_last(), Case.id)
    )
    return work.data.scalars(query.limit(AT_MOST + 1)).all()


def _order(row: TodayCase) -> tuple[Rank, str, str, UUID]:
    first = row.steps[0] if row.steps else None
    due = first.due.isoformat() if first and first.due else ""
    time = first.task.time if first and first.task else ""
    return row.rank, due or time, row.name, row.case_id
