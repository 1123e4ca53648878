"""A stage and the days or pillars that count the same may not prove a small count together."""

import pytest

from signalering.privacy.disclosure.checks import checks
from signalering.privacy.disclosure.tables import Counted, Table
from signalering.privacy.disclosure.tied import TIED, Held, tied_pass
from signalering.privacy.disclosure.year_axes import PICK_UP_DAYS, PILLARS, STAGE_EVENTS, STAGES
from tests.privacy.disclosure.figures import figures

STAGE = Table("stage", (STAGES,))
PICK_UP = Table("pick_up", (PICK_UP_DAYS,), Counted.PICK_UP)
PILLAR = Table("pillar", (PILLARS,), Counted.LINKED)


def tables(stages: list[int], picked_up: list[int] | None, linked: list[int] | None = None) -> Held:
    held = {STAGE: {(event,): f for event, f in zip(STAGE_EVENTS, stages, strict=True)}}
    if picked_up is not None:
        held[PICK_UP] = dict(zip(PICK_UP.codes(), picked_up, strict=True))
    if linked is not None:
        held[PILLAR] = dict(zip(PILLAR.codes(), linked, strict=True))
    return held


@pytest.mark.parametrize(
    ("stages", "picked_up", "linked"),
    [
        # Four classes of one at least, four in all at most: each is one.
        ([20, 0, 0, 0, 0, 0], [5, 5, 5, 5], None),
        # Forty-six at least, and forty-six at most in the classes: each is full.
        ([60, 50, 0, 0, 0, 0], [10, 10, 10, 0], None),
        ([60, 50, 25, 0, 0, 0], None, [5, 5, 0]),
    ],
)
def test_what_proves_a_count_fails(
    stages: list[int], picked_up: list[int] | None, linked: list[int] | None
) -> None:
    assert not tied_pass(tables(stages, picked_up, linked))


@pytest.mark.parametrize("picked_up", [[25, 10, 5, 5], [30, 20, 0, 0], [60, 50, 30, 20]])
def test_usual_figures_pass(picked_up: list[int]) -> None:
    assert tied_pass(tables([60, 50, 25, 0, 0, 0], picked_up, [15, 10, 0]))


def test_the_audit_asks_it_of_figures_that_have_both() -> None:
    with_both = figures(20, {})
    held = dict(with_both.tables) | dict(tables([20, 0, 0, 0, 0, 0], [5, 5, 5, 5]))
    found = checks(type(with_both)(with_both.period, with_both.totals, held), ())
    (own,) = [check for check in found if check.name == "stages beside what counts the same"]
    assert not own.run()
    assert set(TIED.values()) <= set(STAGE_EVENTS)
