"""The attackers find what can be found by adding up, and no more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signalering.privacy.disclosure.attack import Seen, Spot, believable, claimed, narrowed, sure
from signalering.privacy.disclosure.intervals import NothingFits, OneWay, intervals
from signalering.privacy.disclosure.joint import of_figure

TOTAL = Spot("2026", "total")
A, B, C = (Spot("2026", "area", (code,)) for code in "abc")
HALF = Spot("2026H1", "area", ("c",))
HIDDEN = dict.fromkeys(range(5), 1)


def test_one_hidden_cell_is_what_the_others_leave() -> None:
    seen = Seen({TOTAL: {12: 1}, A: {9: 1}, B: HIDDEN}, [((TOTAL,), (A, B))])
    assert seen.hidden == {B}
    assert sure(seen) == {B: 3}


def test_what_is_known_goes_on_to_the_next_sum() -> None:
    seen = Seen(
        {TOTAL: {12: 1}, A: {9: 1}, B: HIDDEN, C: HIDDEN, HALF: {1: 1}},
        [((B,), (C, HALF)), ((TOTAL,), (A, B))],
    )
    assert sure(seen) == {B: 3, C: 2}


def test_figures_that_contradict_each_other_are_told() -> None:
    with pytest.raises(NothingFits):
        narrowed(Seen({A: {9: 1}, B: HIDDEN}, [((A,), (B,))]))


def test_two_hidden_cells_hide_each_other() -> None:
    seen = Seen({TOTAL: {6: 1}, A: HIDDEN, B: HIDDEN}, [((TOTAL,), (A, B))])
    assert sure(seen) == {}
    assert believable(seen) == {}


def test_a_belief_of_nine_tenths_is_a_claim_of_one_to_four() -> None:
    assert dict(claimed(A, {1: 9, 2: 1})) == {A: 1}
    assert dict(claimed(A, {1: 8.9, 2: 1.1})) == {}
    assert dict(claimed(A, {0: 10, 5: 0})) == {}
    assert dict(claimed(A, {})) == {}


def test_what_is_as_good_as_sure_is_claimed() -> None:
    many = [Spot("2026", "area", (str(place),)) for place in range(49)]
    cells = {spot: of_figure(5) for spot in many} | {TOTAL: of_figure(50)}
    seen = Seen(cells, [((TOTAL,), tuple(many))])
    assert sure(seen) == {}
    assert believable(seen) == dict.fromkeys(many, 1)


@given(
    st.lists(st.sampled_from([0, 5, 10]), min_size=1, max_size=4),
    st.sampled_from([0, 5, 10, 15, 20]),
)
@settings(max_examples=50, deadline=None)
def test_bounds_of_one_table_are_those_of_the_audit(figures: list[int], total: int) -> None:
    spots = {str(place): Spot("2026", "area", (str(place),)) for place in range(len(figures))}
    cells = {spot: of_figure(figure) for spot, figure in zip(spots.values(), figures, strict=True)}
    seen = Seen(cells | {TOTAL: of_figure(total)}, [((TOTAL,), tuple(spots.values()))])
    table = OneWay("area", dict(zip(spots, figures, strict=True)))
    try:
        expected = intervals(total, [table])
    except NothingFits:
        with pytest.raises(NothingFits):
            narrowed(seen)
        return
    bounds = narrowed(seen)
    assert bounds[TOTAL] == expected["total", ""]
    assert all(bounds[spot] == expected["area", code] for code, spot in spots.items())
