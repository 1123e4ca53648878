"""What the coalition decides about its own work, as it holds now: of an installation's file at

first, and of what an administrator decided since (services/settings/rules.py puts them together).
"""

from dataclasses import dataclass, field
from datetime import date

from signalering.domain.deadlines import Calendar
from signalering.domain.help_lines import HelpLines
from signalering.domain.periods import Periods


@dataclass(frozen=True)
class ClosingDay:
    """A day on which nobody works here, and why: a line that everybody may read."""

    day: date
    reason: str = ""


@dataclass(frozen=True)
class HouseRules:
    """Everything that a page of settings can change; domain/setting_list.py has a line for each."""

    good_friday: bool = True
    liberation_day: bool = True
    closing_days: tuple[ClosingDay, ...] = ()
    # Where residents call, as it stands on their cards; a public number.
    team_phone: str = ""
    team_hours: str = ""
    # Where and when they can walk in; a public place.
    team_visit: str = ""
    # From how many reads in an hour by one account privacy officers are shown it.
    audit_many_reads: int = 30
    help_lines: HelpLines = field(default_factory=HelpLines)
    periods: Periods = field(default_factory=Periods)

    @property
    def calendar(self) -> Calendar:
        """The days on which this organisation works."""
        return Calendar(
            good_friday=self.good_friday,
            liberation_day=self.liberation_day,
            closing_days=frozenset(one.day for one in self.closing_days),
        )
