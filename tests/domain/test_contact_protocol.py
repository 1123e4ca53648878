"""The contact protocol: other day and part of the day, two channels, three tries, a no ends it."""

from datetime import date, timedelta

import pytest

from signalering.domain.case_clocks import hold_until
from signalering.domain.contact_protocol import Advice, Try, propose
from signalering.domain.deadlines import Calendar
from signalering.domain.periods import Periods
from signalering.domain.states import AttemptResult, Channel

CALENDAR, PERIODS = Calendar(), Periods()
MONDAY = date(2026, 11, 23)
VAIN = AttemptResult.NO_ANSWER


def tries(*what: tuple[Channel, str]) -> list[Try]:
    """Vain tries."""
    return [Try(channel, VAIN, part) for channel, part in what]


@pytest.mark.parametrize("offset", range(60))
def test_the_next_try_is_a_working_day_on_another_weekday(offset: int) -> None:
    today = MONDAY + timedelta(days=offset)
    proposal = propose(tries((Channel.PHONE, "morning")), ["phone"], CALENDAR, PERIODS, today)
    assert proposal.day is not None
    assert CALENDAR.is_working_day(proposal.day)
    assert proposal.day.weekday() != today.weekday()


def test_three_tries_fit_into_fifteen_working_days() -> None:
    day, made = MONDAY, [Try(Channel.PHONE, VAIN, "morning")]
    while len(made) < PERIODS.contact_tries:
        proposal = propose(made, ["phone"], CALENDAR, PERIODS, day)
        assert proposal.day is not None
        assert proposal.channel is not None
        day = proposal.day
        made.append(Try(proposal.channel, VAIN, proposal.part_of_day))
    assert CALENDAR.working_days_between(MONDAY, day) <= PERIODS.contact_working_days
    assert len({one.part_of_day for one in made}) == 3
    assert len({one.channel for one in made}) >= PERIODS.contact_channels
    assert propose(made, ["phone"], CALENDAR, PERIODS, day).advice is Advice.NOT_REACHED


def test_a_no_ends_it_at_once() -> None:
    said = [Try(Channel.PHONE, AttemptResult.DECLINED, "morning")]
    assert propose(said, ["phone"], CALENDAR, PERIODS, MONDAY).advice is Advice.DECLINED


def test_without_details_the_way_goes_through_the_reporter() -> None:
    assert propose([], [], CALENDAR, PERIODS, MONDAY).channel is Channel.THROUGH_REPORTER


def test_without_details_three_tries_through_the_reporter_end_it() -> None:
    """There is no second channel to try: else it would be proposed for ever."""
    made = tries(*[(Channel.THROUGH_REPORTER, part) for part in ("morning", "afternoon")])
    again = propose(made, [], CALENDAR, PERIODS, MONDAY)
    assert (again.advice, again.channel) == (Advice.TRY_AGAIN, Channel.THROUGH_REPORTER)
    made += tries((Channel.THROUGH_REPORTER, "evening"))
    assert propose(made, [], CALENDAR, PERIODS, MONDAY).advice is Advice.NOT_REACHED
    assert propose(made, ["phone"], CALENDAR, PERIODS, MONDAY).channel is Channel.PHONE


def test_only_channels_that_the_details_open_are_proposed() -> None:
    made = tries((Channel.VISIT, "morning"))
    proposal = propose(made, ["address"], CALENDAR, PERIODS, MONDAY)
    assert proposal.channel is Channel.LETTER


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2026, 11, 23), date(2027, 6, 30)),
        (date(2026, 9, 30), date(2027, 3, 31)),
        (date(2026, 8, 31), date(2027, 3, 31)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_a_hold_ends_with_a_quarter(today: date, until: date) -> None:
    assert hold_until(today) == until
