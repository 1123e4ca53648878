"""Whom a list would invite, before anybody says yes."""

from dataclasses import dataclass, field

from signalering.domain.faults import Fault
from signalering.domain.invite_file import Colleague


@dataclass(frozen=True)
class InviteListView:
    """Who can be invited, and what is wrong with the other rows, of which there are `left_out`."""

    good: tuple[Colleague, ...]
    faults: tuple[Fault, ...]
    left_out: int
    carried: str = field(repr=False)
