"""What a reader finds in published cells that add up to each other, whatever the method.

Bounds are narrowed sum by sum. That finds only what is sure, though perhaps less than an integer
program over all sums at once would: a method that breaks here is broken.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from signalering.privacy.disclosure.audit import SMALL
from signalering.privacy.disclosure.intervals import Interval, NothingFits
from signalering.privacy.disclosure.joint import Weights, believed, summed

CLAIM = 0.9


@dataclass(frozen=True, order=True)
class Spot:
    """A published cell: period, table and codes, the codes in the order of the table's axes."""

    period: str
    table: str
    codes: tuple[str, ...] = ()


Spots = tuple[Spot, ...]
Claims = dict[Spot, int]


@dataclass(frozen=True)
class Seen:
    """What is published: per cell how likely each count is, and which cells add up alike.

    The cells on both sides of an equation hold the same signals.
    """

    cells: Mapping[Spot, Weights]
    equations: Sequence[tuple[Spots, Spots]]

    @property
    def hidden(self) -> set[Spot]:
        """Cells of which the publication doesn't say the count itself."""
        return {spot for spot, weights in self.cells.items() if len(weights) > 1}


def narrowed(seen: Seen) -> dict[Spot, Interval]:
    """Bounds of each cell. Raises NothingFits if the figures contradict each other."""
    bounds = {spot: Interval(min(held), max(held)) for spot, held in seen.cells.items()}
    sides = [side for left, right in seen.equations for side in ((left, right), (right, left))]
    changed = True
    while changed:
        changed = False
        for own, opposite in sides:
            low = sum(bounds[spot].low for spot in opposite)
            high = sum(bounds[spot].high for spot in opposite)
            least = sum(bounds[spot].low for spot in own)
            most = sum(bounds[spot].high for spot in own)
            for spot in own:
                held = bounds[spot]
                tighter = Interval(
                    max(held.low, low - (most - held.high)),
                    min(held.high, high - (least - held.low)),
                )
                if tighter.low > tighter.high:
                    raise NothingFits
                if tighter != held:
                    # The sums above stay as they were: what they still allow is asked next time.
                    bounds[spot] = tighter
                    changed = True
    return bounds


def sure(seen: Seen) -> Claims:
    """Hidden cells whose bounds leave one count."""
    bounds = narrowed(seen)
    return {spot: bounds[spot].low for spot in seen.hidden if len(bounds[spot]) == 1}


def believable(seen: Seen) -> Claims:
    """Hidden cells of which one equation makes a count of 1-4 as good as sure."""
    bounds = narrowed(seen)
    within = {
        spot: {c: parts for c, parts in held.items() if bounds[spot].low <= c <= bounds[spot].high}
        for spot, held in seen.cells.items()
    }
    hidden = seen.hidden
    claims: Claims = {}
    for left, right in seen.equations:
        for own, other in ((left, right), (right, left)):
            if hidden.isdisjoint(own):
                continue
            opposite = summed([within[spot] for spot in other])
            for spot in hidden.intersection(own):
                rest = summed([within[each] for each in own if each != spot])
                claims.update(claimed(spot, believed(within[spot], rest, opposite)))
    return claims


def claimed(spot: Spot, belief: Mapping[int, float]) -> Iterator[tuple[Spot, int]]:
    """The claim that a belief makes of a cell, if it makes one."""
    whole = sum(belief.values())
    for count in SMALL:
        if whole and belief.get(count, 0) >= CLAIM * whole:
            yield spot, count
