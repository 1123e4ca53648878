"""The address of a published cell: what its offset hangs on, and nothing else does.

Nested stages of one count are one family, so the stage is no part of it, and neither is anything
about who contributed. One cell has one address: the parts stand in one order, each with its length.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from signalering.privacy.disclosure.periods import Period

# Dimensions in the one order in which tables and addresses name them.
DIMENSIONS = ("area", "age", "group", "outcome", "wish", "pillar", "item", "duration", "change")
_LENGTH_BYTES = 4


@dataclass(frozen=True)
class Address:
    """A cell of a table of a family in a period. `codes` stand in the order of DIMENSIONS.

    Make one with `address`, which knows the order.
    """

    family: str
    period: Period
    table: str
    codes: tuple[str, ...] = ()

    def canonical(self) -> bytes:
        """Its bytes: every part after its length, so that no two addresses share them."""
        parts = (self.family, self.period.code, self.table, *self.codes)
        encoded = [part.encode() for part in parts]
        return b"".join(len(part).to_bytes(_LENGTH_BYTES, "big") + part for part in encoded)


def address(
    family: str, period: Period, categories: Mapping[str, str] | None = None, table: str = ""
) -> Address:
    """The address of a cell whose categories are given by dimension, in any order.

    `table` names the classifications; left empty it is the dimensions ("area x age"), or "total".
    Raises ValueError for a dimension that is not in DIMENSIONS or an empty family or code.
    """
    given = dict(categories or {})
    ordered = [dimension for dimension in DIMENSIONS if dimension in given]
    codes = tuple(given[dimension] for dimension in ordered)
    if len(ordered) != len(given) or not family or not all(codes):
        raise ValueError("no such cell")
    return Address(family, period, table or " x ".join(ordered) or "total", codes)
