"""Samples say what every table that fits says, one by one: with each prior, in every shape."""

from collections.abc import Callable, Iterator
from itertools import product
from math import comb, exp, factorial, log, prod

import numpy as np
import pytest

from signalering.privacy.disclosure.checks import Figures
from signalering.privacy.disclosure.intervals import OneWay
from signalering.privacy.disclosure.layout import laid_out
from signalering.privacy.disclosure.model import Cell, Model
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.posterior import posterior
from signalering.privacy.disclosure.question import question, starts
from signalering.privacy.disclosure.readers import Reader, sampled
from signalering.privacy.disclosure.reading import read
from signalering.privacy.disclosure.rounding import weight
from signalering.privacy.disclosure.sampler import Prior, Sampler
from signalering.privacy.disclosure.signals import laid
from signalering.privacy.disclosure.tables import Counted
from signalering.privacy.disclosure.tally import Tally
from tests.privacy.disclosure.figures import YEAR, axis, figures, table

REGISTERED = Counted.REGISTERED
AREA, AGE = axis("area", "north", "south"), axis("age", "young", "old")
STAGE = axis("stage", "registered", "picked_up")
CROSSED = figures(10, {table(AREA): [5, 5], table(AGE): [10, 0], table(AREA, AGE): [5, 0, 5, 0]})
HALVES = [
    figures(5, {table(AREA): [0, 5]}, Period(2026, Length.HALF, 1)),
    figures(5, {table(AREA): [5, 0]}, Period(2026, Length.HALF, 2)),
]
STAGED = figures(10, {table(AREA): [5, 0], table(STAGE): [10, 5]})
# Two thousand samples: a share of a half is right within 0.03 in 99 of 100 targets.
CLOSE = 0.05


class EveryTable(Prior):
    """Every set of one-way tables is equally likely, larger ones as well as small ones."""

    def logs_of_number(self, most: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        sizes = (3, 3)
        return np.array(
            [sum(log(comb(n + size - 1, size - 1)) for size in sizes) for n in range(most + 1)]
        )


def tables(
    model: Model, likely: Callable[[list[tuple[int, ...]]], float]
) -> Iterator[tuple[list[tuple[int, ...]], float]]:
    """Every table of counts per block that fits, with its weight."""
    first = model.blocks[0]
    for counts in product(range(10), repeat=first.atoms):
        blocks = [counts]
        if not fits(model, blocks):
            continue
        whole = sum(counts)
        others = [
            [each for each in product(range(whole + 1), repeat=block.atoms) if sum(each) == whole]
            for block in model.blocks[1:]
        ]
        for rest in product(*others):
            held = [counts, *rest]
            chance = figures_chance(model, held)
            if chance:
                yield held, chance * likely(held)


def count(cell: Cell, held: list[tuple[int, ...]]) -> int:
    return sum(held[cell.block][atom] for atom in cell.atoms)


def fits(model: Model, held: list[tuple[int, ...]]) -> bool:
    return all(
        abs(count(cell, held) - cell.figure) < 5 for cell in model.cells if cell.block < len(held)
    )


def figures_chance(model: Model, held: list[tuple[int, ...]]) -> float:
    """Of the five offsets of each address, how many publish what is published."""
    likely = 1.0
    for address in {cell.address for cell in model.cells}:
        own = [(count(cell, held), cell.figure) for cell in model.cells if cell.address == address]
        likely *= sum(all((n + s) // 5 * 5 == f for n, f in own) for s in range(5)) / 5
    return likely


def flat(held: list[tuple[int, ...]]) -> float:
    return prod(1 / comb(sum(each) + len(each) - 1, len(each) - 1) for each in held)


def compared(model: Model, tally: Tally, likely: Callable[[list[tuple[int, ...]]], float]) -> None:
    every = list(tables(model, likely))
    whole = sum(chance for _, chance in every)
    assert len(every) > 100
    for index, cell in enumerate(model.cells):
        for place, small in enumerate(range(1, 5)):
            exact = sum(c for held, c in every if count(cell, held) == small) / whole
            assert tally.shares(0)[place, index] == pytest.approx(exact, abs=CLOSE)
    atoms = [(at, atom) for at, block in enumerate(model.blocks) for atom in range(block.atoms)]
    for offset, (at, atom) in enumerate(atoms):
        exact = sum(c for held, c in every if held[at][atom] == 1) / whole
        got = tally.shares(0)[0, len(model.cells) + offset]
        assert got == pytest.approx(exact, abs=CLOSE)


@pytest.mark.parametrize(
    ("candidate", "frozen"), [(CROSSED, []), (STAGED, HALVES)], ids=["crossed", "nested"]
)
def test_flat_samples_are_those_of_every_table(candidate: Figures, frozen: list[Figures]) -> None:
    asked = question(candidate, frozen, REGISTERED)
    found = sampled(asked, Reader(), usual=False, closed=True)
    compared(found.model, found.tally, flat)


def test_usual_samples_are_those_of_every_table() -> None:
    asked = question(CROSSED, [], REGISTERED)
    found = sampled(asked, Reader(), usual=True)
    prior = asked.usual(found.model)
    assert prior.shares is not None

    def poisson(held: list[tuple[int, ...]]) -> float:
        assert prior.shares is not None
        pairs = product(prior.shares["area"], prior.shares["age"])
        means = [prior.expected * area * age for area, age in pairs]
        return prod(
            exp(-mean) * mean**n / factorial(n) for mean, n in zip(means, held[0], strict=True)
        )

    compared(found.model, found.tally, poisson)


def test_one_way_samples_are_the_exact_posterior() -> None:
    candidate = figures(10, {table(AREA): [5, 0], table(AGE): [0, 5]})
    asked = question(candidate, [], REGISTERED)
    model = read(candidate, [], REGISTERED)
    begun = starts(asked)
    layout = laid_out(model)
    chance = np.random.default_rng(1)
    start = [atoms.copy() for atoms in begun.signals[0]]
    if begun.closed:
        start = [atoms // 2 * 3 + atoms % 2 for atoms in start]
    sampler = Sampler(
        layout,
        EveryTable(),
        laid([start] * 256, model.most),
        np.zeros((256, layout.cells), np.int64),
        chance,
    )
    tally = Tally([0] * 256)
    sampler.run(2000)
    for _ in range(16):
        sampler.run(200)
        tally.add(sampler)
    ways = [
        OneWay("area", {"north": 5, "south": 0}),
        OneWay("age", {"young": 0, "old": 5}),
    ]
    exact = posterior(10, ways, with_remainder=True)
    for index, cell in enumerate(model.cells):
        _, name, codes = cell.spot
        belief = exact["total", ""] if name == "total" else exact[name.split("-")[0], codes[0]]
        for place, small in enumerate(range(1, 5)):
            share = belief.parts.get(small, 0) / belief.whole
            assert tally.shares(0)[place, index] == pytest.approx(share, abs=CLOSE)


def test_weights_are_those_of_the_rounding() -> None:
    layout = laid_out(read(CROSSED, [], REGISTERED))
    for figure, low in ((0, 0), (10, 6)):
        for here in range(low, figure + 4):
            gain = np.exp(layout.up[here - figure + 5])
            assert gain == pytest.approx(weight(here + 1, figure) / weight(here, figure))
    assert YEAR.code == "2026"
