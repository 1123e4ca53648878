"""What an audit asks of: the figures about one count in a candidate period, and its readers."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from signalering.privacy.disclosure.bounds import Program
from signalering.privacy.disclosure.checks import Figures
from signalering.privacy.disclosure.intervals import NothingFits
from signalering.privacy.disclosure.layout import Layout, laid_out
from signalering.privacy.disclosure.model import Cell, Model, Shows
from signalering.privacy.disclosure.reading import read
from signalering.privacy.disclosure.sampler import Prior
from signalering.privacy.disclosure.signals import Signals, of_counts
from signalering.privacy.disclosure.tables import Counted
from signalering.privacy.disclosure.usual import shares

# Feasible tables to start from: as far apart as chance makes them.
_STARTS = 4
HIDDEN = -1


@dataclass(frozen=True)
class Question:
    """Candidate and frozen figures about one count. `digest` stands for all of them.

    `exact` figures are counts, and HIDDEN stands for one below five: the usual way, to attack it.
    """

    counted: Counted
    digest: bytes
    candidate: Figures = field(compare=False)
    frozen: Sequence[Figures] = field(compare=False)
    exact: bool = False

    def model(self, *, closed: bool, without_group: int | None = None) -> Model:
        """The reading of somebody who knows (or doesn't) that every code is in a class."""
        model = read(
            self.candidate, self.frozen, self.counted, closed=closed, without_group=without_group
        )
        if not self.exact:
            return model
        return replace(model, cells=tuple(_counted(cell) for cell in model.cells))

    def chance(self, *what: object) -> np.random.Generator:
        """Chance that hangs on the figures and on what it is for, and on nothing else."""
        told = self.digest + "|".join(map(str, what)).encode()
        return np.random.default_rng(int.from_bytes(hashlib.sha256(told).digest(), "big"))

    def usual(self, model: Model, part: float = 1.0) -> Prior:
        """Poisson by the published margins, of a part of all signals."""
        return Prior(
            shares(model, (self.candidate, *self.frozen), self.counted),
            max(model.total, 1) * part,
        )


def _counted(cell: Cell) -> Cell:
    if cell.figure == HIDDEN:
        return replace(cell, figure=0, shows=Shows.BELOW_FIVE)
    return replace(cell, shows=Shows.EXACT)


def question(
    candidate: Figures, frozen: Sequence[Figures], counted: Counted, *, exact: bool = False
) -> Question:
    """The question about one count, with its digest."""
    told = hashlib.sha256(counted.encode())
    for figures in (candidate, *sorted(frozen, key=lambda each: each.period.code)):
        told.update(f"|{figures.period.code} {figures.totals.get(counted)}".encode())
        for table in sorted(figures.tables, key=lambda each: each.code):
            if table.counted is counted:
                cells = sorted(figures.tables[table].items())
                members = [(axis.code, sorted(axis.class_of.items())) for axis in table.axes]
                told.update(f"|{members} {cells}".encode())
    return Question(counted, told.digest(), candidate, tuple(frozen), exact)


@dataclass(frozen=True)
class Starts:
    """Some lists of signals that fit, in the narrowest reading that anything fits."""

    closed: bool
    model: Model
    signals: tuple[Signals, ...]


@lru_cache(maxsize=4)
def starts(asked: Question) -> Starts:
    """Lists to start chains from. Raises NothingFits, and OutOfTime where none was found."""
    for closed in (True, False):
        model = asked.model(closed=closed)
        program = Program(model)
        chance = asked.chance("starts", closed)
        found = program.feasible(chance)
        if found is not None:
            tables = [found]
            for _ in range(_STARTS - 1):
                other = program.feasible(chance)
                tables.append(found if other is None else other)
            return Starts(closed, model, tuple(of_counts(model, each, chance) for each in tables))
    raise NothingFits


@lru_cache(maxsize=16)
def layout_of(asked: Question, closed: bool, without_group: int | None = None) -> Layout:
    """The arrays of a reading."""
    return laid_out(asked.model(closed=closed, without_group=without_group))
