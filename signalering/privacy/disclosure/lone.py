"""A reader who knows how often each class usually occurs, and looks for lone people.

Where an offset hangs on who contributed, cells with the same people in them show the same figure.
Such a reader asks of a crossed cell which few people in it would show its figure, and those of the
larger cells that they stand in as well.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations_with_replacement
from math import exp, lgamma, log, prod

from signalering.privacy.disclosure.rounding import STEP, possible_counts, weight

# More people than this are left out, and so are cells that usually have more than one.
MOST_PEOPLE = 4
MOST_EXPECTED = 1.0
# Ever larger cells around some people: how many others are usual in each, and its figure.
Chain = tuple[tuple[float, int], ...]


def alone(expected: float, figure: int) -> dict[int, float]:
    """How likely each count of a cell is by its figure and by what is usual there (above 0)."""
    return {
        count: _occurs(count, expected) * weight(count, figure) / STEP
        for count in possible_counts(figure)
    }


def few(
    figure: int,
    around: Sequence[Chain],
    parts: Mapping[str, float],
    around_parts: Mapping[str, Sequence[Chain]],
) -> dict[int, float]:
    """How likely each count from 1 of a cell is, if its figure above 0 hangs on who contributed.

    `parts` says how many are usual in each unpublished part of the cell; `around` and
    `around_parts` are the larger cells around the cell and around each part.
    """
    found = {}
    for count in range(1, MOST_PEOPLE + 1):
        whole = weight(count, figure) / STEP
        whole *= prod(_around(count, figure, chain) for chain in around)
        spreads = combinations_with_replacement(parts, count) if whole else ()
        found[count] = whole * sum(
            _spread(people, figure, parts, around_parts) for people in spreads
        )
    return found


def _spread(
    people: Sequence[str],
    figure: int,
    parts: Mapping[str, float],
    around: Mapping[str, Sequence[Chain]],
) -> float:
    """How likely people are spread so over the parts, and the figures around the parts are so."""
    likely = 1.0
    for part, expected in parts.items():
        count = people.count(part)
        likely *= _occurs(count, expected)
        # All of the people in one part: the cell and its part are the same people.
        own = (figure,) if count == len(people) else (0, STEP)
        likely *= sum(
            (1.0 if len(own) == 1 else weight(count, held) / STEP)
            * prod(_around(count, held, chain) for chain in around[part])
            for held in own
        )
    return likely


@lru_cache(maxsize=65536)
def _around(count: int, figure: int, chain: Chain) -> float:
    """How likely the figures of a chain are around so many people whose own figure is known."""
    if not chain:
        return 1.0
    (expected, shown), wider = chain[0], chain[1:]
    likely = 0.0
    for others in range(max(possible_counts(shown)) - count + 1):
        fits = weight(count + others, shown) / STEP if others else float(figure == shown)
        if fits:
            likely += _occurs(others, expected) * fits * _around(count + others, shown, wider)
    return likely


def _occurs(count: int, expected: float) -> float:
    """Poisson's chance."""
    return exp(count * log(expected) - expected - lgamma(count + 1))
