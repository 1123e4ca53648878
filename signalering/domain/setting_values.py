"""Values of settings: typed by somebody, written in a row, put into force."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from signalering.domain.errors import InvalidInput
from signalering.domain.help_lines import is_number
from signalering.domain.house_rules import ClosingDay, HouseRules
from signalering.domain.periods import Periods
from signalering.domain.setting_list import CLOSING_DAYS, LONGEST_PHONE, LONGEST_WORDS, SETTINGS
from signalering.domain.setting_specs import Setting, SettingKind
from signalering.domain.text import clean_line

YES, NO = "yes", "no"
_HELP = "help_"
_LONGEST_TYPED = 60
_NUMBERS = frozenset({SettingKind.NUMBER, SettingKind.RISING, SettingKind.FALLING})
_PERIODS = frozenset(one.name for one in fields(Periods))


def written(setting: Setting, typed: str) -> str:
    """The value of a setting as a row has it. Raises InvalidInput on `value`.

    Closing days are not typed as one value: services/settings/closing_days.py.
    """
    if setting.kind in _NUMBERS:
        return ",".join(str(number) for number in _numbers(setting, typed))
    if setting.kind is SettingKind.SWITCH:
        if typed not in (YES, NO):
            raise InvalidInput("value", "unknown_code")
        return typed
    limit = LONGEST_PHONE if setting.kind is SettingKind.PHONE else LONGEST_WORDS
    text = clean_line(typed, limit, field="value")
    if setting.required and not text:
        raise InvalidInput("value", "required")
    if text and setting.kind is SettingKind.PHONE and not is_number(text):
        raise InvalidInput("value", "setting_phone")
    return text


def value_of(rules: HouseRules, name: str) -> str:
    """What is in force, as a row would have it. Raises KeyError for a name that is none."""
    setting = SETTINGS[name]
    if name == CLOSING_DAYS:
        return days_written(rules.closing_days)
    value = _held_by(rules, name)
    if setting.kind is SettingKind.SWITCH:
        return YES if value else NO
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def applied(first: HouseRules, values: Mapping[str, str]) -> HouseRules:
    """`first` with what was decided since. A name that this version doesn't know is passed over:

    a newer version wrote it, and was taken back.
    """
    own: dict[str, Any] = {}
    periods: dict[str, Any] = {}
    lines: dict[str, Any] = {}
    for name, text in values.items():
        setting = SETTINGS.get(name)
        if setting is None:
            continue
        value = _read(setting, text)
        if name in _PERIODS:
            periods[name] = value
        elif name.startswith(_HELP):
            lines[name.removeprefix(_HELP)] = value
        else:
            own[name] = value
    return replace(
        first,
        **own,
        periods=replace(first.periods, **periods),
        help_lines=replace(first.help_lines, **lines),
    )


def days_written(days: tuple[ClosingDay, ...]) -> str:
    """A line a day, the earliest first."""
    ordered = sorted(days, key=lambda one: one.day)
    return "\n".join(f"{one.day.isoformat()} {one.reason}".rstrip() for one in ordered)


def as_code(setting: Setting, value: str) -> str:
    """A value as the audit trail can say it: codes and numbers alone; words become `-`.

    What the words were stands in the decisions of that setting, by the number of each.
    """
    if setting.kind in _NUMBERS or setting.kind is SettingKind.SWITCH:
        return value
    if setting.kind is SettingKind.PHONE:
        return re.sub(r"[^0-9+-]", "", value)
    return "-" if value else ""


def _held_by(rules: HouseRules, name: str) -> Any:
    if name in _PERIODS:
        return getattr(rules.periods, name)
    if name.startswith(_HELP):
        return getattr(rules.help_lines, name.removeprefix(_HELP))
    return getattr(rules, name)


def _read(setting: Setting, text: str) -> Any:
    if setting.kind is SettingKind.NUMBER:
        return int(text)
    if setting.kind in _NUMBERS:
        return tuple(int(part) for part in text.split(","))
    if setting.kind is SettingKind.SWITCH:
        return text == YES
    if setting.kind is SettingKind.CLOSING_DAYS:
        return tuple(_day(line) for line in text.splitlines())
    return text


def _day(line: str) -> ClosingDay:
    day, _, reason = line.partition(" ")
    return ClosingDay(date.fromisoformat(day), reason)


def _numbers(setting: Setting, typed: str) -> list[int]:
    parts = [part for part in re.split(r"[\s,;]+", typed) if part]
    if not parts:
        raise InvalidInput("value", "required")
    if len(typed) > _LONGEST_TYPED or not all(re.fullmatch(r"[0-9]{1,4}", part) for part in parts):
        raise InvalidInput("value", "setting_whole_number")
    if len(parts) != setting.count:
        raise InvalidInput("value", "setting_how_many", count=str(setting.count))
    numbers = [int(part) for part in parts]
    if not all(setting.least <= number <= setting.most for number in numbers):
        bounds = {"least": str(setting.least), "most": str(setting.most)}
        raise InvalidInput("value", "setting_bounds", **bounds)
    rising = sorted(set(numbers))
    if setting.kind is SettingKind.RISING and numbers != rising:
        raise InvalidInput("value", "setting_rising")
    if setting.kind is SettingKind.FALLING and numbers != rising[::-1]:
        raise InvalidInput("value", "setting_falling")
    return numbers
