"""Every table that fits, one by one: slow and plain, to hold the clever way against."""

from collections import Counter
from collections.abc import Iterator
from itertools import product

from signalering.privacy.disclosure.intervals import REMAINDER, TOTAL, OneWay, Target
from signalering.privacy.disclosure.rounding import possible_counts, weight


def _assignments(
    tables: list[OneWay], total: int, with_remainder: bool
) -> Iterator[tuple[dict[Target, int], int]]:
    keys = [(table.name, code) for table in tables for code in table.figures]
    figures = [figure for table in tables for figure in table.figures.values()]
    for counts in product(*(possible_counts(figure) for figure in figures)):
        held = dict(zip(keys, counts, strict=True))
        likely = 1
        for count, figure in zip(counts, figures, strict=True):
            likely *= weight(count, figure)
        sums = [sum(held[table.name, code] for code in table.figures) for table in tables]
        for whole in possible_counts(total):
            rests = {(t.name, REMAINDER): whole - s for t, s in zip(tables, sums, strict=True)}
            if with_remainder and min(rests.values()) >= 0:
                yield {TOTAL: whole, **held, **rests}, likely * weight(whole, total)
            elif not with_remainder and not any(rests.values()):
                yield {TOTAL: whole, **held}, likely * weight(whole, total)


def enumerate_all(
    tables: list[OneWay], total: int, *, with_remainder: bool
) -> dict[Target, Counter[int]]:
    """Per cell the weight of each count that it can have."""
    found: dict[Target, Counter[int]] = {}
    for held, likely in _assignments(tables, total, with_remainder):
        for target, count in held.items():
            found.setdefault(target, Counter())[count] += likely
    return found
