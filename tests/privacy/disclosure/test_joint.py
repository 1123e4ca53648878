"""A year and the periods in it are read together, exactly."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signalering.privacy.disclosure.audit import Rule
from signalering.privacy.disclosure.joint import Sides, audit_year
from signalering.privacy.disclosure.rounding import possible_counts, weight


def sides(year: list[int], periods: list[int], unknown: int = 0) -> Sides:
    return Sides(
        "ages-4",
        "75+",
        {f"y{index}": figure for index, figure in enumerate(year)},
        {f"p{index}": figure for index, figure in enumerate(periods)},
        unknown,
    )


def rules(checked: Sides) -> set[Rule]:
    return {failure.rule for failure in audit_year([checked]).failures}


def by_hand(year: list[int], periods: list[int], unknown: int) -> set[Rule]:
    """Every pair of counts that fits, written out."""
    figures = [*year, *periods]
    beliefs: list[Counter[int]] = [Counter() for _ in figures]
    slack = range(unknown + 1)
    for counts in product(*(possible_counts(figure) for figure in figures)):
        missing = sum(counts[: len(year)]) - sum(counts[len(year) :])
        if missing not in slack:
            continue
        likely = 1
        for count, figure in zip(counts, figures, strict=True):
            likely *= weight(count, figure)
        for belief, count in zip(beliefs, counts, strict=True):
            belief[count] += likely
    found = set()
    for belief in beliefs:
        held = sorted(count for count, parts in belief.items() if parts)
        if not held or held[-1] - held[0] < 2:
            found.add(Rule.NARROW_INTERVAL)
        if held and held[0] >= 1 and held[-1] <= 4:
            found.add(Rule.SMALL_INTERVAL)
        if held and any(belief[count] * 10 >= belief.total() * 9 for count in range(1, 5)):
            found.add(Rule.CLAIM)
    return found


def test_harmless_figures_pass() -> None:
    assert not rules(sides([20], [10, 10]))


def test_two_noughts_under_a_ten_betray_both() -> None:
    """0-4 and 0-4 make 6-14 only as 2-4 each."""
    assert Rule.SMALL_INTERVAL in rules(sides([10], [0, 0]))


def test_a_finer_year_under_a_larger_half_betrays_its_parts() -> None:
    assert Rule.SMALL_INTERVAL in rules(sides([0, 0, 0], [15]))


def test_figures_that_cannot_be_do_not_pass() -> None:
    assert rules(sides([0], [20]))


def test_a_period_without_figures_leaves_room() -> None:
    assert rules(sides([30], [10]))
    assert not rules(sides([30], [10], unknown=40))


def test_a_verdict_names_the_class_and_nothing_is_nothing() -> None:
    failure = audit_year([sides([10], [0, 0])]).failures[0]
    assert (failure.table, failure.code) == ("ages-4", "75+")
    assert audit_year([]).passed


FEW = st.lists(st.integers(0, 4).map(lambda step: 5 * step), min_size=1, max_size=2)


@pytest.mark.parametrize("unknown", [0, 9])
@settings(max_examples=40, deadline=None)
@given(year=FEW, periods=FEW)
def test_it_agrees_with_every_table_written_out(
    unknown: int, year: list[int], periods: list[int]
) -> None:
    assert rules(sides(year, periods, unknown)) == by_hand(year, periods, unknown)
