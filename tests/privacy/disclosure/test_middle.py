"""The class of the middle one is named only where the published figures prove it."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signalering.privacy.disclosure.middle import middle


def possible(figures: tuple[int, ...]) -> tuple[int, ...]:
    """The same by going through all counts that give these figures."""
    found: set[int] = set()
    for counts in itertools.product(*(range(max(0, f - 4), f + 5) for f in figures)):
        everyone = [place for place, count in enumerate(counts) for _ in range(count)]
        if everyone:
            found |= {everyone[(len(everyone) - 1) // 2], everyone[len(everyone) // 2]}
    return tuple(sorted(found))


@pytest.mark.parametrize(
    ("figures", "places"),
    [
        ((0, 0, 0, 0), ()),
        ((200, 20, 10, 5), (0,)),
        ((10, 20, 200, 10), (2,)),
        ((50, 50, 5, 0), (0, 1)),
        ((5, 5, 5, 5), (0, 1, 2, 3)),
    ],
)
def test_where_the_middle_can_be(figures: tuple[int, ...], places: tuple[int, ...]) -> None:
    assert middle(figures) == places


@given(st.lists(st.integers(0, 7).map(lambda fives: 5 * fives), min_size=3, max_size=3))
@settings(max_examples=40, deadline=None)
def test_it_agrees_with_all_counts_that_give_the_figures(figures: list[int]) -> None:
    if any(figures):
        assert middle(figures) == possible(tuple(figures))
