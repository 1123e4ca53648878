"""The usual methods break on made-up signals, and the house's own doesn't."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import pairwise

import pytest

from signalering.domain.views.statistics.attack import Attacked, Attacker
from signalering.privacy.disclosure import attackers
from signalering.privacy.disclosure.attack import Spot
from signalering.privacy.disclosure.checks import Figures
from signalering.privacy.disclosure.made_up import made_up
from signalering.privacy.disclosure.question import question
from signalering.privacy.disclosure.tables import Counted
from signalering.privacy.disclosure.tally import Targets
from signalering.services.statistics._informed import informed
from signalering.services.statistics._made_up_figures import facts_of
from signalering.services.statistics._methods import Method, Published, made_plan, publish
from signalering.services.statistics.attack import attack, attacked

# The least whose plan crosses dimensions; what breaks and what is read needs no more.
SMALL = 50


def unaudited(candidate: Figures, frozen: Sequence[Figures]) -> bool:
    """The whole plan: what is attacked then is more than what a release lets out."""
    return bool(candidate.tables) or not frozen


def published(method: Method, seed: int, signals: int = SMALL) -> Published:
    return publish(method, list(made_up(seed, signals)), seed, unaudited)


def bounds(seen: Published) -> tuple[int, int]:
    """How many cells adding up claims to know, and in how many it is right."""
    *inner, year = seen.releases
    asked = question(year, inner, Counted.REGISTERED, exact=seen.exact)
    return attackers.bounds(asked, facts_of(seen.signals))


def rights(found: Attacked) -> dict[str, int]:
    return {attacker.name: attacker.right for attacker in found.attackers}


def test_suppression_breaks() -> None:
    """By adding up alone."""
    claims, right = bounds(published(Method.SUPPRESSION, 1))
    assert right == claims > 20


def test_keys_of_contributors_pass_the_bounds_and_break() -> None:
    """Who reads each figure with what is usual beside it undoes them; adding up does not."""
    seen = published(Method.CONTRIBUTOR_KEYS, 1, 100)
    assert bounds(seen)[1] == 0
    guesses = informed(seen)
    assert sum(seen.truth[spot] == count for spot, count in guesses.items()) >= 3


@pytest.mark.parametrize("right", [0, 3])
def test_a_method_holds_while_nobody_is_right(right: int) -> None:
    """Claims that are wrong break nothing."""
    every = (Attacker("bounds", 4, 0), Attacker("informed", 5, right))
    assert Attacked("any", 1, SMALL, (), 9, 9, every).held is (right == 0)


@pytest.mark.parametrize("seed", [1, 2])
def test_offsets_of_addresses_hold(seed: int) -> None:
    seen = published(Method.ADDRESS_OFFSETS, seed)
    found = attacked(Method.ADDRESS_OFFSETS, seed, seen, lambda _: None)
    assert found.held
    assert json.loads(json.dumps(asdict(found)))["signals"] == SMALL
    assert set(rights(found)) == {"bounds", "posterior", "partner", "informed"}


def test_a_year_of_twenty_goes_through_the_whole_audit() -> None:
    told: list[str] = []
    found = attack(Method.ADDRESS_OFFSETS, 1, 20, told.append)
    assert found.held
    assert len(told) == 5
    assert all(before != after for before, after in pairwise(told))
    assert all(not tables for period, tables in found.published if period != "2026")


def test_a_seed_gives_the_same_publication() -> None:
    for method in Method:
        assert published(method, 5) == published(method, 5)
    assert published(Method.SUPPRESSION, 5) != published(Method.SUPPRESSION, 6)


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("signals", [SMALL, 200])
def test_true_counts_fit_all_that_a_reader_sees(method: Method, signals: int) -> None:
    """Otherwise a reader would be misled, and a method would hold for the wrong reason."""
    seen = published(method, 7, signals)
    *inner, year = seen.releases
    asked = question(year, inner, Counted.REGISTERED, exact=seen.exact)
    model, true = attackers.truth(asked, facts_of(seen.signals))
    values = Targets(model).values(attackers.counts_of(model, true))
    for place, cell in enumerate(model.cells):
        assert values[place] == seen.truth[Spot(*cell.spot)]
        assert 0 <= values[place] - cell.figure + 4 < 9


def test_ours_publishes_what_the_plan_has_and_one_address_for_a_cell() -> None:
    """Cells of the same codes show the same figure, whatever their tables are called."""
    made = made_plan(200)
    for figures in published(Method.ADDRESS_OFFSETS, 1, 200).releases:
        assert set(figures.tables) <= set(made.of(figures.period.length))
        shown: dict[object, set[int]] = {}
        for table, cells in figures.tables.items():
            for codes, figure in cells.items():
                members = tuple(
                    tuple(sorted(next(h.members for h in axis.classes if h.code == code)))
                    for axis, code in zip(table.axes, codes, strict=True)
                    if code != "registered"
                )
                dims = tuple(axis.dimension for axis in table.axes if axis.dimension != "stage")
                if len(members) == len(dims):
                    shown.setdefault((dims, members), set()).add(figure)
        assert all(len(held) == 1 for held in shown.values())


def test_the_same_people_have_the_same_figure() -> None:
    seen = published(Method.CONTRIBUTOR_KEYS, 2, 1)
    held = {seen.figures[spot] for spot, count in seen.truth.items() if count}
    assert len(held) == 1
    assert sum(seen.truth.values()) == 14


@pytest.mark.parametrize("signals", [0, -1, 1001])
def test_a_number_out_of_bounds_is_refused(signals: int) -> None:
    with pytest.raises(ValueError, match="1 to 1000"):
        attack(Method.SUPPRESSION, 1, signals, lambda _: None)
