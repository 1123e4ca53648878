"""The closed list of settings: all of it, its bounds, and what is typed."""

from dataclasses import fields, replace
from datetime import date
from itertools import product

import pytest

from signalering.domain.audit_actions import AuditAction, check
from signalering.domain.case_clocks import due_in, feedback, follow_up
from signalering.domain.contact_protocol import propose
from signalering.domain.errors import InvalidInput
from signalering.domain.handovers import follow_up_day
from signalering.domain.help_lines import HelpLines
from signalering.domain.house_rules import ClosingDay, HouseRules
from signalering.domain.moments import moments_left
from signalering.domain.offers import asks_now
from signalering.domain.periods import Periods
from signalering.domain.setting_list import CLOSING_DAYS, SETTINGS
from signalering.domain.setting_specs import Setting, SettingKind
from signalering.domain.setting_values import applied, as_code, days_written, value_of, written
from signalering.domain.states import CaseState

FIRST = HouseRules(
    closing_days=(ClosingDay(date(2026, 12, 24), "kerstavond"), ClosingDay(date(2026, 12, 31))),
    team_phone="0174 12 34 56",
    team_hours="ma t/m vr, 9-12 uur",
)
TODAY = date(2026, 11, 23)
TYPED = [name for name in SETTINGS if name != CLOSING_DAYS]


def test_everything_that_can_be_decided_stands_in_the_list() -> None:
    own = {one.name for one in fields(HouseRules)} - {"periods", "help_lines"}
    periods = {one.name for one in fields(Periods)}
    lines = {f"help_{one.name}" for one in fields(HelpLines)}
    assert set(SETTINGS) == own | periods | lines


@pytest.mark.parametrize("name", TYPED)
def test_the_first_value_is_one_that_can_be_typed(name: str) -> None:
    value = value_of(FIRST, name)
    assert written(SETTINGS[name], value) == value
    assert applied(HouseRules(), {name: value}) == replace(
        applied(HouseRules(), {}), **_one(FIRST, name)
    )


def test_what_is_written_of_all_is_what_is_read() -> None:
    assert applied(HouseRules(), {name: value_of(FIRST, name) for name in SETTINGS}) == FIRST


def test_a_name_of_another_version_is_passed_over() -> None:
    assert applied(FIRST, {"gone": "x"}) == FIRST


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("triage_working_days", "", "required"),
        ("triage_working_days", "0", "setting_bounds"),
        ("triage_working_days", "6", "setting_bounds"),
        ("triage_working_days", "-1", "setting_whole_number"),
        ("triage_working_days", "2.5", "setting_whole_number"),
        ("triage_working_days", "twee", "setting_whole_number"),
        ("triage_working_days", "٣", "setting_whole_number"),
        ("triage_working_days", "9" * 5000, "setting_whole_number"),
        ("triage_working_days", "2, 3", "setting_how_many"),
        ("triage_working_days", "2\x00", "setting_whole_number"),
        ("contact_warning_days", "5, 15", "setting_how_many"),
        ("contact_warning_days", "5, 15, 30", "setting_bounds"),
        ("contact_warning_days", "15, 5, 25", "setting_rising"),
        ("contact_warning_days", "5, 5, 25", "setting_rising"),
        ("training_reminder_days", "14, 60", "setting_falling"),
        ("good_friday", "maybe", "unknown_code"),
        ("team_phone", "bel ons", "setting_phone"),
        ("team_phone", "1" * 26, "too_long"),
        ("help_suicide", "", "required"),
        ("team_hours", "a\x00b", "control_character"),
        ("team_hours", "a\nb", "one_line"),
        ("team_hours", "x" * 101, "too_long"),
    ],
)
def test_what_cant_be_is_refused(name: str, typed: str, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        written(SETTINGS[name], typed)
    assert (refused.value.field, refused.value.code) == ("value", code)


def test_numbers_may_be_typed_loosely() -> None:
    assert written(SETTINGS["contact_warning_days"], " 5; 15 , 025 ") == "5,15,25"


@pytest.mark.parametrize("name", TYPED)
def test_the_trail_can_say_every_value(name: str) -> None:
    setting = SETTINGS[name]
    values = {value_of(FIRST, name), *extremes(setting)}
    for value in values:
        said = {
            "setting": name,
            "number": "1",
            "from_value": "",
            "to_value": as_code(setting, value),
        }
        check(AuditAction.SETTING_CHANGED, said)


def test_closing_days_are_written_a_line_each() -> None:
    days = (ClosingDay(date(2026, 12, 31)), ClosingDay(date(2026, 12, 24), "kerst avond"))
    text = days_written(days)
    assert text == "2026-12-24 kerst avond\n2026-12-31"
    assert applied(HouseRules(), {CLOSING_DAYS: text}).closing_days == tuple(reversed(days))


def extremes(setting: Setting) -> tuple[str, ...]:
    """The least and the most that can be typed."""
    if setting.unit is None:
        return ()
    least = [setting.least + step for step in range(setting.count)]
    most = [setting.most - step for step in range(setting.count)]
    if setting.kind is SettingKind.FALLING:
        least.reverse()
    else:
        most.reverse()
    return tuple(written(setting, ",".join(map(str, one))) for one in (least, most))


def mixtures() -> list[HouseRules]:
    """All at their least, all at their most, and many between: no two are bound to each other."""
    periods = [one for one in SETTINGS.values() if one.unit is not None]
    chosen = [[0] * len(periods), [1] * len(periods)]
    # Each of them meets each other in all four ways.
    chosen += [[place >> bit & 1 for place in range(len(periods))] for bit in range(6)]
    chosen += [[1 - end for end in ends] for ends in chosen[2:]]
    return [
        applied(
            HouseRules(),
            {one.name: extremes(one)[end] for one, end in zip(periods, ends, strict=True)},
        )
        for ends in chosen
    ]


def test_any_mixture_of_values_works() -> None:
    for rules in mixtures():
        periods, calendar = rules.periods, rules.calendar
        for state, began in product(set(CaseState) - {CaseState.CLOSED}, (None, TODAY)):
            assert due_in(state, calendar, periods, TODAY, began=began)[0] >= TODAY
        assert follow_up(calendar, periods, TODAY, later=True) > follow_up(calendar, periods, TODAY)
        assert feedback(calendar, periods, TODAY)[0] > TODAY
        assert propose([], ["phone"], calendar, periods, TODAY).day is not None
        assert follow_up_day(periods, TODAY, 1) is not None
        assert len(moments_left(frozenset(), TODAY, calendar, periods, TODAY)) == 3
        assert not asks_now(TODAY, None, 0, TODAY, periods)
        assert periods.question_reminder_working_days < periods.question_working_days
        assert periods.contact_warning_days[-1] < 30


def _one(rules: HouseRules, name: str) -> dict[str, object]:
    """The field of the rules that this setting stands in, with nothing else of it changed."""
    first = HouseRules()
    if name in vars(first.periods):
        return {"periods": replace(first.periods, **{name: getattr(rules.periods, name)})}
    if name.startswith("help_"):
        line = name.removeprefix("help_")
        changed = replace(first.help_lines, **{line: getattr(rules.help_lines, line)})
        return {"help_lines": changed}
    return {name: getattr(rules, name)}
