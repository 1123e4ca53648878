"""What a reader must believe: exact probabilities on tables that share a total.

The reader holds all tables that fit for equally likely beforehand, and knows that each offset is
uniform. Weights are whole numbers, so nothing is lost to rounding.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from signalering.privacy.disclosure.intervals import REMAINDER, TOTAL, NothingFits, OneWay, Target
from signalering.privacy.disclosure.rounding import possible_counts, weight

# Weight per count: entry i belongs to the count `start + i`.
Weights = tuple[int, list[int]]


@dataclass(frozen=True)
class Belief:
    """Probabilities of a count as parts of one whole."""

    parts: dict[int, int]
    whole: int


def posterior(
    total: int, tables: Sequence[OneWay], *, with_remainder: bool = False
) -> dict[Target, Belief]:
    """The belief about the total and each cell, keyed by (table, class). Raises NothingFits."""
    cells = [_cells(table, total, with_remainder) for table in tables]
    sums = [_convolved(list(held.values())) for held in cells]
    top = possible_counts(total)
    given_total = {count: weight(count, total) for count in top}
    for added in sums:
        given_total = {count: value * _at(added, count) for count, value in given_total.items()}
    whole = sum(given_total.values())
    if not whole:
        raise NothingFits
    found = {TOTAL: Belief(given_total, whole)}
    for index, (table, held) in enumerate(zip(tables, cells, strict=True)):
        outside = {count: weight(count, total) for count in top}
        for other in (*sums[:index], *sums[index + 1 :]):
            outside = {count: value * _at(other, count) for count, value in outside.items()}
        for code, own in held.items():
            rest = _convolved([each for key, each in held.items() if key != code])
            found[table.name, code] = Belief(_marginal(own, rest, outside), whole)
    return found


def _marginal(own: Weights, rest: Weights, outside: dict[int, int]) -> dict[int, int]:
    start, values = own
    return {
        start + step: value
        * sum(held * _at(rest, count - start - step) for count, held in outside.items())
        for step, value in enumerate(values)
    }


def _cells(table: OneWay, total: int, with_remainder: bool) -> dict[str, Weights]:
    cells = {code: _weights(figure) for code, figure in table.figures.items()}
    if with_remainder:
        cells[REMAINDER] = (0, [1] * (possible_counts(total)[-1] + 1))
    return cells


def _weights(figure: int) -> Weights:
    counts = possible_counts(figure)
    return counts[0], [weight(count, figure) for count in counts]


def _convolved(cells: Sequence[Weights]) -> Weights:
    start, values = 0, [1]
    for first, added in cells:
        grown = [0] * (len(values) + len(added) - 1)
        for i, left in enumerate(values):
            for j, right in enumerate(added):
                grown[i + j] += left * right
        start, values = start + first, grown
    return start, values


def _at(held: Weights, count: int) -> int:
    start, values = held
    return values[count - start] if start <= count < start + len(values) else 0
