"""A list of colleagues to invite."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class InviteList:
    """Yes to what was looked at, as the page carried it. `without` leaves out what has faults."""

    carried: str = field(repr=False)
    without: bool = False
