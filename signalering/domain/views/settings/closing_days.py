"""The days on which nobody works."""

from dataclasses import dataclass

from signalering.domain.house_rules import ClosingDay
from signalering.domain.views.settings.overview import Decision


@dataclass(frozen=True)
class ClosingDaysView:
    """Those to come, and those of before: these stay, as working days were counted by them."""

    number: int
    coming: tuple[ClosingDay, ...]
    past: tuple[ClosingDay, ...]
    history: tuple[Decision, ...]
