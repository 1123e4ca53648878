"""Words for figures: nothing is said that the figures do not carry."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.privacy.disclosure.shown import (
    CHANGE_TEXTS,
    Change,
    change,
    clear_change,
    percentage,
    shown,
    total_alone,
)

FIGURES = st.integers(0, 400).map(lambda step: 5 * step)


def test_a_figure_says_how_sure_it_is() -> None:
    assert [str(shown(figure)) for figure in (0, 5, 15)] == ["0-4", "ongeveer 5", "ongeveer 15"]


@pytest.mark.parametrize("figure", [-5, 3])
def test_only_published_figures_are_shown(figure: int) -> None:
    with pytest.raises(ValueError, match="no published figure"):
        shown(figure)


@pytest.mark.parametrize(
    ("part", "base", "expected"),
    [
        (20, 45, None),
        (25, 50, 50),
        (20, 60, 35),
        (5, 200, 5),
        (0, 50, 0),
        (55, 50, 100),
        (65, 90, 70),
    ],
)
def test_percentages_need_a_base_of_fifty(part: int, base: int, expected: int | None) -> None:
    assert percentage(part, base) == expected


@given(FIGURES, FIGURES)
def test_a_change_is_clear_only_beyond_chance(one: int, other: int) -> None:
    assert clear_change(one, other) == (abs(one - other) > 2 * math.sqrt(one + other + 8))
    assert clear_change(one, other) == clear_change(other, one)


def test_more_fewer_or_no_clear_change() -> None:
    assert change(20, 50) is Change.MORE
    assert change(50, 20) is Change.FEWER
    assert change(20, 25) is Change.NO_CLEAR_CHANGE
    assert set(CHANGE_TEXTS) == set(Change)


def test_a_small_period_shows_its_total_alone() -> None:
    assert total_alone(15)
    assert not total_alone(20)
