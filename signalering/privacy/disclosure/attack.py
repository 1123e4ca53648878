"""What a claim is, and which published cell it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from signalering.privacy.disclosure.audit import SMALL

CLAIM = 0.9


@dataclass(frozen=True, order=True)
class Spot:
    """A published cell: period, table and codes, the codes in the order of the table's axes."""

    period: str
    table: str
    codes: tuple[str, ...] = ()


Claims = dict[Spot, int]


def claimed(spot: Spot, belief: Mapping[int, float]) -> Iterator[tuple[Spot, int]]:
    """The claim that a belief makes of a cell, if it makes one."""
    whole = sum(belief.values())
    for count in SMALL:
        if whole and belief.get(count, 0) >= CLAIM * whole:
            yield spot, count
