"""Other rules of the house, from the file or decided by an administrator."""

from dataclasses import replace
from datetime import date
from typing import Any

from kit.town import Town
from signalering.domain.commands.settings.change import ChangeSetting
from signalering.domain.commands.settings.closing_days import AddClosingDay
from signalering.domain.periods import Periods
from signalering.services.settings.change import change
from signalering.services.settings.closing_days import add_closing_day


def by_file(town: Town, **rules: Any) -> Town:
    """The town with these values in its settings.env."""
    settings = town.house.settings
    first = replace(settings.first_rules, **rules)
    return replace(town, house=replace(town.house, settings=replace(settings, first_rules=first)))


def with_periods(town: Town, **periods: Any) -> Town:
    """The same for periods, which no file has."""
    return by_file(town, periods=replace(Periods(), **periods))


def decided(town: Town, name: str, value: str, number: int = 0) -> None:
    """An administrator decides so on the page."""
    with town.committed("administrator") as work:
        change(work, ChangeSetting(name, number, value))


def closed_on(town: Town, day: date, number: int = 0) -> None:
    """An administrator adds a closing day."""
    with town.committed("administrator") as work:
        add_closing_day(work, AddClosingDay(number, day, "dag van het team"))
