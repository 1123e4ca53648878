"""What stands out in the trail."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Oddity:
    """One finding. `pattern` is a code of the list odd_patterns; `account_id` leads to the trail.

    `different` is about how many different things it was; 0 where that says nothing.
    """

    pattern: str
    actor: str
    account_id: str
    since: datetime
    until: datetime
    first_day: date
    last_day: date
    count: int
    different: int


@dataclass(frozen=True)
class PatternsView:
    """What stands out in these days, newest first.

    `looked_since` is set when there was more in the trail than is looked at in one go.
    """

    from_day: date
    to_day: date
    threshold: int
    found: tuple[Oddity, ...]
    looked_since: datetime | None
    unopened: int
