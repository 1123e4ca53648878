"""Figures are read as sums over unknown tables, and integer programs bound what they can be."""

import numpy as np
import pytest

from signalering.privacy.disclosure.bounds import Program
from signalering.privacy.disclosure.checks import Figures
from signalering.privacy.disclosure.classifications import AREAS_4, AREAS_9
from signalering.privacy.disclosure.model import Model
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.reading import read
from signalering.privacy.disclosure.refined import refined
from signalering.privacy.disclosure.tables import Counted
from signalering.privacy.disclosure.tally import Targets
from signalering.privacy.disclosure.year_axes import OUTCOMES, PILLARS
from tests.privacy.disclosure.figures import axis, figures, table

REGISTERED = Counted.REGISTERED
AREA, AGE, GROUP = (axis(name, "a", "b") for name in ("area", "age", "group"))
WISH = axis("wish", "talk", "walk")
STAGE = axis("stage", "registered", "picked_up", "referred")
HALF_1, HALF_2 = (Period(2026, Length.HALF, part) for part in (1, 2))


def bounds(model: Model, spot: tuple[str, str, tuple[str, ...]]) -> tuple[int, int]:
    """The fewest and most that a published cell can hold."""
    targets = Targets(model)
    place = next(at for at, cell in enumerate(model.cells) if cell.spot == spot)
    found = []
    for sense in (1, -1):
        counts = Program(model).extreme(*targets[place], sense)
        assert counts is not None
        found.append(int(targets.values(counts)[place]))
    return found[0], found[1]


def test_refined_classes_fit_into_every_classification() -> None:
    both = refined("area", [AREAS_9, AREAS_4])
    assert len(both) == 10
    assert len(both.within("areas-4", "coast")) == 2
    assert len(refined("area", [AREAS_9, AREAS_4], closed=True)) == 9
    assert len(refined("group", [GROUP])) == 2
    assert len(refined("group", [GROUP], without=0)) == 1


def test_a_year_is_read_with_the_frozen_halves() -> None:
    """A class of 5 in a half and of 0 in the year: one to four are there, and that is sure."""
    year = figures(40, {table(AREA): [40, 0]})
    halves = [figures(20, {table(AREA): [20, f]}, p) for f, p in ((0, HALF_1), (5, HALF_2))]
    model = read(year, halves, REGISTERED)
    assert bounds(model, ("2026", "area-2", ("b",))) == (1, 4)
    assert bounds(model, ("2026H2", "area-2", ("b",))) == (1, 4)
    assert bounds(model, ("2026H1", "area-2", ("b",))) == (0, 3)
    assert bounds(read(year, [], REGISTERED), ("2026", "area-2", ("b",))) == (0, 4)


def test_totals_of_quarters_are_parts_of_a_half() -> None:
    half = figures(10, {table(AREA): [5, 5]}, HALF_1)
    quarters = [figures(f, {}, Period(2026, Length.QUARTER, part)) for part, f in ((1, 15), (2, 0))]
    model = read(half, quarters, REGISTERED)
    assert bounds(model, ("2026Q1", "total", ())) == (11, 14)
    assert bounds(model, ("2026Q2", "total", ())) == (0, 3)


def test_stages_share_one_offset_and_never_rise() -> None:
    """Where the total shows 10 and a stage 0, at least one lies between them."""
    model = read(figures(10, {table(STAGE): [10, 10, 5]}), [], REGISTERED)
    assert bounds(model, ("2026", "stage-3", ("referred",))) == (1, 9)
    apart = read(figures(5, {table(STAGE): [5, 5, 5]}), [], REGISTERED)
    families = {cell.address for cell in apart.cells}
    assert len(families) == 1
    found = Program(apart).extreme(1, (2,), 1)
    assert found is not None
    assert sum(found[1]) <= found[1][2] + 4


def test_wishes_hang_on_the_areas_alone() -> None:
    year = figures(
        20,
        {
            table(AREA): [10, 5],
            table(AREA, AGE): [5, 5, 5, 0],
            table(AGE): [10, 5],
            table(GROUP, AGE): [5, 5, 5, 5],
            table(WISH): [10, 5],
            table(AREA, WISH): [10, 0, 5, 0],
        },
    )
    model = read(year, [], REGISTERED, closed=True)
    assert [block.dims for block in model.blocks] == [
        ("period", "area", "age", "group"),
        ("area", "wish"),
    ]
    found = Program(model).feasible(np.random.default_rng(1))
    assert found is not None
    areas = found[0].reshape(1, 2, 2, 2).sum(axis=(0, 2, 3))
    assert list(areas) == list(found[1].reshape(2, 2).sum(axis=1))


def test_outcomes_have_a_remainder_of_no_pillar() -> None:
    closed = Counted.CLOSED
    one_way = table(OUTCOMES, counted=closed)
    crossed = table(OUTCOMES, PILLARS, counted=closed)
    figures_ = Figures(
        Period(2026, Length.YEAR),
        {REGISTERED: 50, closed: 25},
        {
            one_way: dict.fromkeys(one_way.codes(), 5),
            crossed: dict.fromkeys(crossed.codes(), 0),
        },
    )
    model = read(figures_, [], closed)
    assert [block.sizes for block in model.blocks] == [(1,), (5, 4)]
    assert bounds(model, ("2026", crossed.code, ("started", "activities"))) == (0, 4)


def test_figures_that_nothing_fits_are_found_out() -> None:
    model = read(figures(50, {table(AREA): [0, 0]}), [], REGISTERED, closed=True)
    assert Program(model).feasible(np.random.default_rng(1)) is None


def test_what_is_not_counted_has_no_model() -> None:
    with pytest.raises(KeyError):
        read(figures(50, {}), [], Counted.CLOSED)
