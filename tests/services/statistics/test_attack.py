"""The usual methods break on made-up signals, and the house's own doesn't."""

from itertools import pairwise

import pytest

from signalering.domain.views.statistics.attack import Attacked
from signalering.privacy.disclosure.addresses import address
from signalering.privacy.disclosure.attack import Spot
from signalering.privacy.disclosure.joint import of_figure
from signalering.privacy.disclosure.ladders import Expected
from signalering.privacy.disclosure.made_up import made_up
from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.plan import plan
from signalering.privacy.disclosure.rounding import RoundingSecret, rounded
from signalering.services.statistics._informed import informed
from signalering.services.statistics._methods import (
    PARTNERS,
    USUAL_TABLES,
    Method,
    Published,
    publish,
)
from signalering.services.statistics.attack import attack

SMALL = 60


def attacked(method: Method, seed: int, signals: int = SMALL) -> Attacked:
    return attack(method, seed, signals, lambda _: None)


def rights(found: Attacked) -> dict[str, int]:
    return {attacker.name: attacker.right for attacker in found.attackers}


@pytest.mark.parametrize("seed", [1, 2])
def test_suppression_breaks(seed: int) -> None:
    found = attacked(Method.SUPPRESSION, seed)
    assert not found.held
    bounds = next(attacker for attacker in found.attackers if attacker.name == "bounds")
    assert bounds.right == bounds.claims > 20


@pytest.mark.parametrize("seed", [0, 2])
def test_keys_of_contributors_pass_the_bounds_and_break(seed: int) -> None:
    found = attacked(Method.CONTRIBUTOR_KEYS, seed)
    assert not found.held
    assert rights(found)["bounds"] == 0
    assert rights(found)["informed"] >= 3


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("signals", [SMALL, 100])
def test_offsets_of_addresses_hold(seed: int, signals: int) -> None:
    found = attacked(Method.ADDRESS_OFFSETS, seed, signals)
    assert found.held
    assert set(rights(found)) == {"bounds", "posterior", "informed"}


def test_offsets_alone_would_not_hold_without_the_plan() -> None:
    """The same rounding of all that people ask for: the attack has teeth."""
    right = 0
    for seed in range(3):
        usual = publish(Method.CONTRIBUTOR_KEYS, list(made_up(seed, SMALL)), seed)
        right += sum(usual.truth[s] == c for s, c in informed(by_address(usual)).items())
    assert right


def by_address(usual: Published) -> Published:
    axes = {table.code: [axis.dimension for axis in table.axes] for table in USUAL_TABLES}

    def figure(spot: Spot) -> int:
        given = dict(zip(axes.get(spot.table, []), spot.codes, strict=True))
        place = address("registered", Period.parse(spot.period), given, spot.table)
        return rounded(usual.truth[spot], place, RoundingSecret(b"k" * 32))

    figures = {spot: figure(spot) for spot in usual.truth}
    cells = {spot: of_figure(held) for spot, held in figures.items()}
    return Published(usual.tables, cells, usual.truth, figures)


def test_a_seed_gives_the_same_result() -> None:
    signals = list(made_up(5, SMALL))
    for method in Method:
        assert publish(method, signals, 5) == publish(method, signals, 5)
    assert attacked(Method.ADDRESS_OFFSETS, 5) == attacked(Method.ADDRESS_OFFSETS, 5)
    assert attacked(Method.SUPPRESSION, 5) == attacked(Method.SUPPRESSION, 5)
    assert attacked(Method.SUPPRESSION, 5) != attacked(Method.SUPPRESSION, 6)


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("signals", [SMALL, 200])
def test_true_counts_fit_all_that_a_reader_sees(method: Method, signals: int) -> None:
    """Otherwise a reader would be misled, and a method would hold for the wrong reason."""
    published = publish(method, list(made_up(7, signals)), 7)
    seen = published.seen()
    assert set(seen.cells) == set(published.truth)
    assert all(seen.cells[spot].get(count) for spot, count in published.truth.items())
    for left, right in seen.equations:
        assert sum(published.truth[s] for s in left) == sum(published.truth[s] for s in right)
    assert seen.equations


def test_ours_publishes_no_more_than_the_plan_has() -> None:
    made = plan(Expected(200), PARTNERS)
    published = publish(Method.ADDRESS_OFFSETS, list(made_up(1, 200)), 1)
    for period, tables in published.tables.items():
        assert tables in ((), made.one_way(period.length))
    assert any(published.tables.values())


def test_the_same_people_have_the_same_figure() -> None:
    published = publish(Method.CONTRIBUTOR_KEYS, list(made_up(2, 1)), 2)
    held = {published.figures[spot] for spot, count in published.truth.items() if count}
    assert len(held) == 1
    assert sum(published.truth.values()) == 14


def test_steps_are_told_while_it_goes() -> None:
    told: list[str] = []
    attack(Method.ADDRESS_OFFSETS, 1, 20, told.append)
    assert len(told) == 4
    assert all(before != after for before, after in pairwise(told))


@pytest.mark.parametrize("signals", [0, -1, 1001])
def test_a_number_out_of_bounds_is_refused(signals: int) -> None:
    with pytest.raises(ValueError, match="1 to 1000"):
        attacked(Method.SUPPRESSION, 1, signals)
