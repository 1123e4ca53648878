"""Closing days: one more, one less, and what they do to deadlines."""

from datetime import date, timedelta

import pytest
from kit import trail
from kit.settings import by_file, closed_on, decided
from kit.signals import logged, row_of
from kit.town import Town

from signalering.domain.commands.settings.closing_days import AddClosingDay
from signalering.domain.commands.settings.open_again import OpenAgain
from signalering.domain.errors import Conflict, Denied, InvalidInput
from signalering.domain.house_rules import ClosingDay
from signalering.services.settings.closing_days import add_closing_day, closing_days
from signalering.services.settings.open_again import open_again
from signalering.services.settings.rules import rules_of

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26)


def opened_again(town: Town, day: date, number: int) -> None:
    with town.committed("administrator") as work:
        open_again(work, OpenAgain(number, day))


def test_a_deadline_passes_over_it_and_one_that_was_set_stays(file_town: Town) -> None:
    before = logged(file_town)
    closed_on(file_town, TUESDAY)
    after = logged(file_town)
    assert row_of(file_town, before).deadline_on == WEDNESDAY
    assert row_of(file_town, after).deadline_on == THURSDAY
    opened_again(file_town, TUESDAY, 1)
    assert row_of(file_town, logged(file_town)).deadline_on == WEDNESDAY
    changes = trail.entries(file_town, "closing_days_changed")
    said = [one["details"] for one in changes]
    assert said == [
        {"number": "1", "change": "closed", "day": "2026-11-24"},
        {"number": "2", "change": "reopened", "day": "2026-11-24"},
    ]


def test_those_of_the_file_stay_beside_it(file_town: Town) -> None:
    town = by_file(file_town, closing_days=(ClosingDay(date(2026, 12, 31)),))
    closed_on(town, date(2026, 12, 24))
    days = rules_of(town.house).closing_days
    assert [one.day for one in days] == [date(2026, 12, 24), date(2026, 12, 31)]
    opened_again(town, date(2026, 12, 31), 1)
    assert [one.day for one in rules_of(town.house).closing_days] == [date(2026, 12, 24)]


def test_a_day_that_is_over_stays(file_town: Town) -> None:
    closed_on(file_town, TUESDAY)
    file_town.clock.move_to(file_town.clock.now() + timedelta(days=3))
    with pytest.raises(InvalidInput, match="closing_day_past"):
        opened_again(file_town, TUESDAY, 1)
    with file_town.work("administrator", writes=False) as work:
        view = closing_days(work)
    assert (view.coming, [one.day for one in view.past]) == ((), [TUESDAY])


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 11, 20), "closing_day_past"),
        (date.min, "closing_day_past"),
        (date(2029, 11, 24), "closing_day_far"),
        (date.max, "closing_day_far"),
        (TUESDAY, "closing_day_known"),
    ],
)
def test_what_day_is_refused(file_town: Town, day: date, code: str) -> None:
    closed_on(file_town, TUESDAY)
    with pytest.raises(InvalidInput, match=code):
        closed_on(file_town, day, 1)


def test_a_reason_is_needed_and_fits_a_line(file_town: Town) -> None:
    for reason in ("", " ", "x" * 61, "a\nb"):
        with file_town.work("administrator") as work, pytest.raises(InvalidInput) as refused:
            add_closing_day(work, AddClosingDay(0, TUESDAY, reason))
        assert refused.value.field == "reason"


def test_two_who_change_the_list_at_once(file_town: Town) -> None:
    closed_on(file_town, TUESDAY)
    with pytest.raises(Conflict):
        closed_on(file_town, WEDNESDAY)
    with pytest.raises(Conflict):
        opened_again(file_town, TUESDAY, 0)
    with pytest.raises(Conflict):
        opened_again(file_town, THURSDAY, 1)


def test_good_friday_is_a_switch(file_town: Town) -> None:
    friday = date(2027, 3, 26)
    assert not rules_of(file_town.house).calendar.is_working_day(friday)
    decided(file_town, "good_friday", "no")
    assert rules_of(file_town.house).calendar.is_working_day(friday)


def test_nobody_else_changes_the_list(file_town: Town) -> None:
    with file_town.work("coordinator") as work:
        for act in (
            lambda: add_closing_day(work, AddClosingDay(0, TUESDAY, "dicht")),
            lambda: open_again(work, OpenAgain(0, TUESDAY)),
            lambda: closing_days(work),
        ):
            with pytest.raises(Denied):
                act()
