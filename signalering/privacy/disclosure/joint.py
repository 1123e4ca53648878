"""Audit a year's figures against the frozen figures of the periods inside it.

The parts of one class over the periods of a year, and its parts in the year's own table, add up
to the same count: figures that are harmless apart may narrow each other together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signalering.privacy.disclosure.audit import NARROWEST, SMALL, Failure, Rule, Verdict
from signalering.privacy.disclosure.rounding import possible_counts, weight

_CLAIM = (9, 10)
# How likely each count of one published or unknown part is, in whole numbers.
Weights = Mapping[int, int]


@dataclass(frozen=True)
class Sides:
    """One class seen twice: `year` by the classes of the year's table, `periods` by period.

    Figures by name; `unknown` is the most that periods without a published table can hold.
    """

    table: str
    code: str
    year: Mapping[str, int]
    periods: Mapping[str, int]
    unknown: int = 0


def audit_year(classes: Sequence[Sides]) -> Verdict:
    """Check every part of every class, exactly, each class by itself.

    The rules are those of a single period: no interval within 1-4 or narrower than three counts,
    no belief of 0.9 in one of them. Figures that no counts fit break the rules as well.
    """
    return Verdict(tuple(sorted({failure for sides in classes for failure in _failures(sides)})))


def _failures(sides: Sides) -> set[Failure]:
    left = [of_figure(figure) for figure in sides.year.values()]
    right = [of_figure(figure) for figure in sides.periods.values()]
    if sides.unknown:
        right.append(dict.fromkeys(range(sides.unknown + 1), 1))
    found: set[Failure] = set()
    for own, other, shown in ((left, right, len(left)), (right, left, len(sides.periods))):
        opposite = summed(other)
        for index in range(shown):
            rest = summed([*own[:index], *own[index + 1 :]])
            belief = believed(own[index], rest, opposite)
            found |= {Failure(rule, sides.table, sides.code) for rule in _broken(belief)}
    return found


def _broken(belief: Weights) -> set[Rule]:
    held = [count for count, parts in belief.items() if parts]
    if not held:
        return {Rule.NARROW_INTERVAL}
    broken = set()
    if SMALL[0] <= held[0] and held[-1] <= SMALL[-1]:
        broken.add(Rule.SMALL_INTERVAL)
    if held[-1] - held[0] + 1 < NARROWEST:
        broken.add(Rule.NARROW_INTERVAL)
    numerator, denominator = _CLAIM
    whole = sum(belief.values())
    if any(belief.get(count, 0) * denominator >= whole * numerator for count in SMALL):
        broken.add(Rule.CLAIM)
    return broken


def of_figure(figure: int) -> Weights:
    """What a figure says by itself of its count."""
    return {count: weight(count, figure) for count in possible_counts(figure)}


def summed(parts: Sequence[Weights]) -> Weights:
    """How likely each sum of independent parts is."""
    total: dict[int, int] = {0: 1}
    for part in parts:
        grown: dict[int, int] = {}
        for count, held in total.items():
            for more, own in part.items():
                grown[count + more] = grown.get(count + more, 0) + held * own
        total = grown
    return total


def believed(own: Weights, rest: Weights, opposite: Weights) -> Weights:
    """One part's counts, where it and the rest of its side add up to the opposite side.

    In rising order; without weight where the two sides never meet.
    """
    return {
        count: held * sum(others * opposite.get(count + added, 0) for added, others in rest.items())
        for count, held in sorted(own.items())
    }
