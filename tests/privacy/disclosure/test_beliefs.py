"""Intervals and probabilities are those of every table that fits, one by one."""

from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from signalering.privacy.disclosure.intervals import (
    REMAINDER,
    TOTAL,
    NothingFits,
    OneWay,
    Target,
    intervals,
)
from signalering.privacy.disclosure.posterior import posterior
from signalering.privacy.disclosure.rounding import possible_counts, weight

SMALL_FIGURES = st.sampled_from([0, 5, 10])
TABLES = st.lists(SMALL_FIGURES, min_size=1, max_size=3).map(
    lambda figures: OneWay("area", {str(place): figure for place, figure in enumerate(figures)})
)
TWO = OneWay("age", {"young": 5, "old": 0})


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


@given(TABLES, st.sampled_from([0, 5, 10, 15, 20]), st.booleans(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_table_that_fits_is_counted(
    table: OneWay, total: int, with_remainder: bool, second: bool
) -> None:
    assume(not second or len(table.figures) < 3)
    tables = [table, TWO] if second else [table]
    slow = enumerate_all(tables, total, with_remainder=with_remainder)
    if not slow:
        for fast in (intervals, posterior):
            with pytest.raises(NothingFits):
                fast(total, tables, with_remainder=with_remainder)
        return
    bounds = intervals(total, tables, with_remainder=with_remainder)
    beliefs = posterior(total, tables, with_remainder=with_remainder)
    assert set(bounds) == set(beliefs) == set(slow)
    for target, counts in slow.items():
        assert (bounds[target].low, bounds[target].high) == (min(counts), max(counts))
        possible = {count: part for count, part in beliefs[target].parts.items() if part}
        assert possible == counts
        assert beliefs[target].whole == sum(counts.values())


def test_a_lone_figure_is_believed_as_the_offset_says() -> None:
    beliefs = posterior(0, [])
    assert beliefs[TOTAL].parts == {0: 5, 1: 4, 2: 3, 3: 2, 4: 1}
    assert beliefs[TOTAL].whole == 15


def test_figures_that_no_counts_give_are_told_apart() -> None:
    with pytest.raises(NothingFits):
        intervals(0, [OneWay("area", {"a": 25, "b": 25})])
