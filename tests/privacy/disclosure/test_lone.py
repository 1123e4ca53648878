"""Figures that hang on who contributed give lone people away; a figure by itself does not."""

import pytest

from signalering.privacy.disclosure.lone import alone, few

PARTS = {"care": 0.05, "housing": 0.02}
# Around a part: in the quarter, and then in the year.
EMPTY = {part: [((0.3, 0), (0.9, 0))] for part in PARTS}


def share(belief: dict[int, float], count: int) -> float:
    return belief[count] / sum(belief.values())


def test_the_same_figure_all_around_is_the_same_person() -> None:
    around_parts = EMPTY | {"care": [((0.3, 5), (0.9, 5)), ((0.5, 5), (1.5, 5))]}
    assert share(few(5, [((0.4, 5),)], PARTS, around_parts), 1) > 0.9


def test_other_figures_around_say_less() -> None:
    same = few(5, [((0.4, 5),)], PARTS, EMPTY | {"care": [((0.3, 5), (0.9, 5))]})
    other = few(5, [((0.4, 10),)], PARTS, EMPTY | {"care": [((0.3, 5), (0.9, 10))]})
    assert share(other, 1) < share(same, 1)


def test_nobody_else_around_and_another_figure_cannot_be() -> None:
    nearly_nobody = 1e-12
    belief = few(5, [((nearly_nobody, 0),)], PARTS, EMPTY)
    assert max(belief.values()) == pytest.approx(0.0, abs=1e-12)


def test_a_figure_by_itself_betrays_where_hardly_anybody_is_usual() -> None:
    assert share(alone(0.05, 5), 1) > 0.9
    assert share(alone(5.0, 5), 1) < 0.2
    assert set(alone(1.0, 0)) == {0, 1, 2, 3, 4}
