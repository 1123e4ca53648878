"""One case in the day's list: who it is, and what the day asks."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from signalering.domain.contact_protocol import parts_until
from signalering.domain.errors import CannotOpen
from signalering.domain.states import CaseState, Channel
from signalering.domain.views.cases.show import ContactView, NextStep
from signalering.domain.views.cases.today import Rank, TodayCase
from signalering.models.cases.case import Case
from signalering.services.cases.contact import contact_of, contact_view, news_of
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finding import name_of
from signalering.services.cases.next_steps import next_steps
from signalering.services.cases.situation import situation
from signalering.services.referrals.answers import cases_with_news
from signalering.services.work import Work

NOBODY = ContactView("", "", "", "", "")


def day_of_case(
    work: Work, case: Case, part_of_day: str, told: Collection[UUID]
) -> TodayCase | None:
    """The row of a case; None for one that was erased, or that asks for nothing after all.

    `told`: of these the reporter wrote.
    """
    try:
        entries = case_entries(work, case, case_key(work, case))
        there = contact_of(work, case.id)
        contact = contact_view(work, there)
    except CannotOpen:
        return None
    steps = _today(next_steps(situation(work, case, entries, has_details=contact is not None)))
    wrote = news_of(there) is not None
    answered = case.id in cases_with_news(work, [case.id])
    given = bool(case.handed_over)
    reporter = case.id in told
    news = wrote or answered or given or reporter
    if not steps and not wrote and not answered and case.state == CaseState.CLOSED:
        return None
    who = contact or NOBODY
    return TodayCase(
        rank=Rank.ANSWER if news else _rank(steps, work.clock.today(), part_of_day),
        case_id=case.id,
        reference=case.reference,
        version=case.version,
        name=who.name,
        phone=who.phone,
        best_moment=who.best_moment,
        steps=steps,
        resident_wrote=wrote,
        initiative_answered=answered,
        reporter_wrote=reporter,
        handed_over=given,
        on_behalf_of=name_of(work, case.owner_id) if work.by().stands_in(case.owner_id) else "",
    )


def _today(steps: tuple[NextStep, ...]) -> tuple[NextStep, ...]:
    """An appointment of today leads, then what is late, then a call; at most three fit a list."""

    def order(step: NextStep) -> tuple[bool, bool, bool]:
        return step.code != "appointment", not step.overdue, step.code != "attempt"

    return tuple(sorted(steps, key=order))[:3]


def _rank(steps: tuple[NextStep, ...], today: date, now: str) -> Rank:
    first = steps[0] if steps else None
    if first is None:
        return Rank.DUE
    if first.code == "appointment":
        return Rank.APPOINTMENT
    if first.due is not None and first.due > today:
        return Rank.LATER
    if first.code == "attempt" and first.channel == Channel.PHONE:
        return Rank.CALL if first.part_of_day in parts_until(now) else Rank.LATER
    return Rank.OVERDUE if first.overdue else Rank.DUE
