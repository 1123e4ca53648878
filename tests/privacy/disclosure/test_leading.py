"""Who is called first is clearly first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.privacy.disclosure.leading import leading
from signalering.privacy.disclosure.shown import clear_change

FIGURES = st.integers(0, 25).map(lambda fives: 5 * fives)


@pytest.mark.parametrize(
    ("figures", "places"),
    [
        ((), ()),
        ((40,), ()),
        ((0, 0, 0), ()),
        ((20, 20, 20), ()),
        ((40, 10, 5), (0,)),
        ((5, 60, 10), (1,)),
        # 30 and 25 differ by chance; nobody is first.
        ((30, 25, 20), ()),
        # Two that are both clearly larger than the rest, of four or more.
        ((60, 5, 55, 5), (0, 2)),
        # Of three, two are no small part any more.
        ((60, 55, 5), ()),
        ((60, 60, 60, 5, 5, 5), (0, 1, 2)),
        ((60, 60, 60, 60, 5, 5, 5, 5, 5), ()),
    ],
)
def test_who_leads(figures: tuple[int, ...], places: tuple[int, ...]) -> None:
    assert leading(figures) == places


@given(st.lists(FIGURES, min_size=2, max_size=9))
def test_each_that_leads_is_clearly_larger_than_each_that_does_not(figures: list[int]) -> None:
    first = leading(figures)
    rest = [figures[place] for place in range(len(figures)) if place not in first]
    assert len(first) <= min(3, len(figures) // 2)
    for place in first:
        for other in rest:
            assert figures[place] > other
            assert clear_change(other, figures[place])
