"""Whether somebody's days can be fetched by a calendar."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CalendarView:
    """Whether there is an address; which one, nobody here knows."""

    has_address: bool
