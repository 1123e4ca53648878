"""What samples say of each target: every published cell, and every atom of every block."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from signalering.privacy.disclosure.attack import CLAIM
from signalering.privacy.disclosure.audit import SMALL
from signalering.privacy.disclosure.layout import Whole
from signalering.privacy.disclosure.model import Model
from signalering.privacy.disclosure.sampler import Sampler


@dataclass(frozen=True)
class Claim:
    """A count that a reader must believe: `target` is a cell's number, or cells + an atom's."""

    target: int
    count: int
    share: float


class Targets:
    """Every published cell, then every atom block by block, as (block, atoms)."""

    def __init__(self, model: Model) -> None:
        self._cells = [(cell.block, cell.atoms) for cell in model.cells]
        self._atoms = [
            (at, (atom,)) for at, block in enumerate(model.blocks) for atom in range(block.atoms)
        ]

    def __len__(self) -> int:
        return len(self._cells) + len(self._atoms)

    def __getitem__(self, target: int) -> tuple[int, tuple[int, ...]]:
        cells = len(self._cells)
        return self._cells[target] if target < cells else self._atoms[target - cells]

    def values(self, counts: Sequence[Whole]) -> Whole:
        """What each target holds in a table that is given by its counts per block."""
        cells = [int(counts[block][list(atoms)].sum()) for block, atoms in self._cells]
        return np.concatenate([np.array(cells, np.int64), *counts])


class Tally:
    """Counts over samples, per draw of what is known: `draws` has the draw of each chain."""

    def __init__(self, draws: Sequence[int]) -> None:
        self._draws = np.asarray(draws, np.int64)
        self.number = int(self._draws.max()) + 1
        self._small: npt.NDArray[np.int64] | None = None
        self.samples = np.zeros(self.number, np.int64)
        self.least: Whole = np.zeros((0, 0), np.int64)
        self.most: Whole = np.zeros((0, 0), np.int64)

    def add(self, sampler: Sampler) -> None:
        """Count the tables that a sampler's chains hold now."""
        held = np.concatenate(
            [sampler.totals(), *(counts.astype(np.int64) for counts in sampler.counts)], axis=1
        ).astype(np.int16)
        if self._small is None:
            targets = held.shape[1]
            self._small = np.zeros((self.number, len(SMALL), targets), np.int64)
            self.least = np.full((self.number, targets), np.iinfo(np.int16).max, np.int64)
            self.most = np.full((self.number, targets), -1, np.int64)
        for draw in range(self.number):
            own = held[self._draws == draw]
            self.samples[draw] += len(own)
            self.least[draw] = np.minimum(self.least[draw], own.min(axis=0))
            self.most[draw] = np.maximum(self.most[draw], own.max(axis=0))
            for place, count in enumerate(SMALL):
                self._small[draw, place] += (own == count).sum(axis=0)

    def claims(self, draw: int) -> Iterator[Claim]:
        """Counts of 1-4 that nine in ten samples or more agree on."""
        for target, place in np.argwhere(self.shares(draw).T >= CLAIM):
            share = float(self.shares(draw)[place, target])
            yield Claim(int(target), SMALL[int(place)], share)

    def shares(self, draw: int) -> npt.NDArray[np.float64]:
        """Per count of 1-4 and target the share of samples."""
        if self._small is None:
            raise ValueError("no sample yet")
        found: npt.NDArray[np.float64] = self._small[draw] / self.samples[draw]
        return found
