"""A clock that is wrong, and is set right: nothing is lost, and nobody waits until it was right."""

from datetime import UTC, datetime, timedelta

import pytest
from kit.mail import never
from kit.sessions import begun, standing
from kit.signals import a_signal, logged, row_of
from kit.town import Town

from signalering.domain.errors import TooOften
from signalering.domain.throttles import CEILINGS, RULES, Ceiling, Tried
from signalering.services.accounts.throttle import claim
from signalering.services.audit.verify import verify
from signalering.services.upkeep import run_jobs

pytestmark = pytest.mark.one_engine

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# Half an hour before summer time, winter time, another year and a leap day begin.
MOMENTS = [
    datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 22, 30, tzinfo=UTC),
    datetime(2028, 2, 28, 22, 30, tzinfo=UTC),
]


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: f"{moment:%Y-%m-%d %H.%M}")
def test_steps_lose_and_double_nothing(town: Town, moment: datetime) -> None:
    """By an hour and by a day, ahead and back; each job is done and the trail stays whole."""
    town.clock.move_to(moment)
    command = a_signal()
    first = logged(town, command=command)
    day, due = row_of(town, first).registered_on, row_of(town, first).deadline_on
    all_of_them = {first}
    for step in (HOUR, -2 * HOUR, HOUR + DAY, -2 * DAY):
        town.clock.move_to(town.clock.now() + step)
        assert logged(town, command=command) == first
        all_of_them.add(logged(town))
        assert run_jobs(town.house, never) == []
    assert len(all_of_them) == 5
    assert all(row_of(town, one) for one in all_of_them)
    assert (row_of(town, first).registered_on, row_of(town, first).deadline_on) == (day, due)
    with town.work(writes=False) as work:
        assert verify(work).whole


def waits(town: Town, key: str) -> int:
    try:
        with town.work() as work:
            claim(work, Tried.LOG_IN, key)
    except TooOften as error:
        return error.wait
    return 0


@pytest.mark.parametrize("step", [HOUR, DAY])
def test_who_mistyped_ahead_of_time_waits_no_longer_than_ever(town: Town, step: timedelta) -> None:
    now = town.clock.now()
    town.clock.move_to(now + step)
    for _ in range(4):
        while waits(town, "a") == 0:
            pass
        town.clock.move_to(town.clock.now() + timedelta(minutes=1))
    town.clock.move_to(now)
    assert waits(town, "a") <= RULES[Tried.LOG_IN].cap


def test_a_full_minute_ahead_of_time_keeps_nobody_out(town: Town) -> None:
    now = town.clock.now()
    town.clock.move_to(now + HOUR)
    for number in range(CEILINGS[Ceiling.STRANGERS]):
        assert waits(town, f"a{number}") == 0
    assert waits(town, "one more")
    town.clock.move_to(now)
    assert waits(town, "one more") == 0


@pytest.mark.parametrize("step", [HOUR, DAY])
def test_a_session_of_a_time_to_come_is_none(town: Town, step: timedelta) -> None:
    """Or a screen that was left would stay open until then. A quarter is no wrong clock."""
    now = town.clock.now()
    town.clock.move_to(now + timedelta(minutes=1))
    ordinary = begun(town)
    town.clock.move_to(now + step)
    to_come = begun(town)
    town.clock.move_to(now)
    assert (standing(town, ordinary), standing(town, to_come)) == ("open", "ended")
