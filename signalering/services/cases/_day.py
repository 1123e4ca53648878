"""One case in the day's list: who it is, and what the day asks."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from signalering.domain.contact_protocol import parts_until
from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import CaseDeadline
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

# Steps for which one phones, or writes to a phone.
CALLS = ("attempt", "follow_up", "follow_up_handover")
MOST = 3
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
    today = work.clock.today()
    now = situation(work, case, entries, has_details=contact is not None)
    asked = _in_order(next_steps(now), case, today)
    call = _call(asked, case, today)
    steps = _most_pressing(asked, call)
    wrote = news_of(there) is not None
    answered = case.id in cases_with_news(work, [case.id])
    given = bool(case.handed_over)
    reporter = case.id in told
    news = wrote or answered or given or reporter
    if not steps and not news and case.state == CaseState.CLOSED:
        return None
    who = contact or NOBODY
    return TodayCase(
        rank=_rank(steps, today, part_of_day, news=news),
        case_id=case.id,
        reference=case.reference,
        version=case.version,
        name=who.name,
        # Nobody calls whoever asked that nothing is done.
        phone="" if case.restricted else who.phone,
        best_moment=who.best_moment,
        steps=steps,
        call=call,
        resident_wrote=wrote,
        initiative_answered=answered,
        reporter_wrote=reporter,
        handed_over=given,
        on_behalf_of=name_of(work, case.owner_id) if work.by().stands_in(case.owner_id) else "",
    )


def _in_order(steps: tuple[NextStep, ...], case: Case, today: date) -> tuple[NextStep, ...]:
    """An appointment of today leads, then what is late, then a call; what has days left ends."""

    def order(step: NextStep) -> tuple[bool, bool, bool, bool]:
        later = step.due is not None and step.due > today and not _is_early(step, case)
        return step.code != "appointment", not step.overdue, later, step.code != "attempt"

    return tuple(sorted(steps, key=order))


def _call(steps: tuple[NextStep, ...], case: Case, today: date) -> NextStep | None:
    """The step for which one calls now: whatever is late before it doesn't take it away.

    None where there is an appointment today, for then they speak; nor for a later day.
    """
    first = steps[0] if steps else None
    if first is None or first.code == "appointment":
        return None
    for step in steps:
        due = step.due is not None and step.due <= today
        if step.code in CALLS and (step is first or due or _is_early(step, case)):
            return step
    return None


def _is_early(step: NextStep, case: Case) -> bool:
    """Whether it may be done before its day: a first attempt's is the last one, not the best."""
    return step.code == "attempt" and case.deadline_kind == CaseDeadline.FIRST_ATTEMPT


def _most_pressing(steps: tuple[NextStep, ...], call: NextStep | None) -> tuple[NextStep, ...]:
    """At most three fit a list; the call is one of them."""
    shown = steps[:MOST]
    return shown if call is None or call in shown else (*shown[:-1], call)


def _rank(steps: tuple[NextStep, ...], today: date, now: str, *, news: bool) -> Rank:
    first = steps[0] if steps else None
    if first is not None and first.code == "appointment":
        return Rank.APPOINTMENT
    if news:
        return Rank.ANSWER
    if first is None:
        return Rank.DUE
    if first.due is not None and first.due > today:
        return Rank.LATER
    if first.code == "attempt" and first.channel == Channel.PHONE:
        return Rank.CALL if first.part_of_day in parts_until(now) else Rank.LATER
    return Rank.OVERDUE if first.overdue else Rank.DUE
