"""What falls due on a case when: a live case is never without a day and what it is for."""

from datetime import date, timedelta

from signalering.domain.clock import quarter_of
from signalering.domain.contact_protocol import next_day
from signalering.domain.deadlines import Calendar
from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.periods import Periods
from signalering.domain.retention import add_months
from signalering.domain.states import CaseState

Due = tuple[date, CaseDeadline]

HOLD_MONTHS = 6
FRESH_MONTHS = 6


def due_in(
    state: CaseState,
    calendar: Calendar,
    periods: Periods,
    today: date,
    *,
    began: date | None = None,
) -> Due:
    """What falls due after a case has come into a live state, and on which working day.

    `began` is the first day of support, from which the measure of aftercare counts.
    """
    if state is CaseState.OPENED:
        count = periods.first_attempt_working_days
        return calendar.add_working_days(today, count), CaseDeadline.FIRST_ATTEMPT
    if state is CaseState.CONTACTING:
        return next_day(calendar, periods, today), CaseDeadline.NEXT_ATTEMPT
    if state is CaseState.AFTERCARE:
        day = add_months(began or today, periods.measure_months[0])
        return on_working_day(calendar, max(day, today)), CaseDeadline.MEASURE
    return follow_up(calendar, periods, today)


def follow_up(calendar: Calendar, periods: Periods, today: date, *, later: bool = False) -> Due:
    """The first follow-up, or (`later`) the second."""
    weeks = periods.follow_up_weeks[-1 if later else 0]
    day = on_working_day(calendar, today + timedelta(weeks=weeks))
    return day, CaseDeadline.FOLLOW_UP


def task(calendar: Calendar, periods: Periods, today: date) -> Due:
    """Something to decide, such as closing: as long as a first attempt may take."""
    return (
        calendar.add_working_days(today, periods.first_attempt_working_days),
        CaseDeadline.TASK,
    )


def feedback(calendar: Calendar, periods: Periods, today: date) -> Due:
    """By when the reporter has heard how it ended, of a case that closes today."""
    return calendar.add_working_days(today, periods.feedback_working_days), CaseDeadline.FEEDBACK


def on_working_day(calendar: Calendar, day: date) -> date:
    """The day itself, or the first working day after it."""
    return day if calendar.is_working_day(day) else calendar.next_working_day(day)


def end_of_month(day: date) -> date:
    """The last day of the day's month."""
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def hold_until(today: date) -> date:
    """Until when a live case holds its signal: a quarter's last day, the same for all cases.

    A finer day would tie the two together.
    """
    ahead = add_months(today, HOLD_MONTHS)
    quarter = int(quarter_of(ahead)[-1])
    return end_of_month(date(ahead.year, quarter * 3, 1))


def is_fresh(assured_on: date, today: date) -> bool:
    """Whether an offer was asked about in the last six months; an older one may have ended."""
    return add_months(assured_on, FRESH_MONTHS) >= today
