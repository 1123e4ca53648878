"""What a file would do to the directory, before anybody says yes."""

from dataclasses import dataclass

from signalering.domain.faults import Fault


@dataclass(frozen=True)
class BringLine:
    """One offer of the file: `row` of it, and the fields that change when it is known already."""

    row: int
    name: str
    organisation: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class BringView:
    """Counts of all, and the first lines of each list. `seen` tells this view from any other."""

    read: int
    added: tuple[BringLine, ...]
    changed: tuple[BringLine, ...]
    faults: tuple[Fault, ...]
    count_added: int
    count_changed: int
    count_same: int
    left_out: int
    organisations: int
    places: int
    seen: str
