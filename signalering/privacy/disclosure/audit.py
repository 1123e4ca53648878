"""The rules of the release audit and its ladder."""

from enum import StrEnum

# An interval within these counts, or of fewer counts than this, is not released.
SMALL = range(1, 5)
NARROWEST = 3


class Rung(StrEnum):
    """The fixed ladder: if a rung fails, the whole period takes the next."""

    PLAN = "plan"
    # Without the tables that the periods inside show by the same classes.
    APART = "apart"
    ONE_WAY = "one_way"
    TOTAL = "total"


def wide(low: int, high: int) -> bool:
    """Whether counts from `low` to `high` may be what somebody knows of a cell."""
    return (low < SMALL[0] or high > SMALL[-1]) and high - low + 1 >= NARROWEST
