"""Integer programs over a model: whether any counts fit it, and how few or many a cell can hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from highspy import _core as highs

from signalering.privacy.disclosure.model import Model, Shows
from signalering.privacy.disclosure.rounding import MOST_OFF

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
# Of a clock on the wall: far more than is ever needed, so that a busy machine fails no figures.
SECONDS = 300.0
# Several wishes at once are dropped sooner: they are asked one by one then.
_SECONDS_OF_SEVERAL = 20.0
_NEARLY = 1e-6


class OutOfTime(RuntimeError):
    """The solver reached its limit: nothing was proven."""


@dataclass(frozen=True)
class Program:
    """All atoms of all blocks, then one offset for each address that several cells share.

    `known` per cell: how many in it a reader knows, beside the atoms.
    """

    model: Model
    known: tuple[int, ...] = ()
    # Counts may be fractions: bounds are never too narrow then, and found at once.
    relaxed: bool = False

    def feasible(self, chance: np.random.Generator) -> list[Whole] | None:
        """Some counts per block that fit, differing with chance; None if no counts do."""
        costs = np.zeros(self._columns)
        # A few atoms are wanted and a few are not: starts lie apart.
        costs[: self._atoms] = chance.integers(-3, 4, size=self._atoms)
        found = self._solved(costs, first=True)
        return None if found is None else self._by_block(found)

    def extreme(self, block: int, atoms: Sequence[int], sense: int) -> list[Whole] | None:
        """Counts per block with the fewest (sense 1) or most (-1) in some atoms of a block.

        Raises OutOfTime where the solver can't tell which they are.
        """
        costs = np.zeros(self._columns)
        costs[self._starts[block] + np.asarray(atoms, np.int64)] = sense
        found = self._solved(costs, first=False)
        return None if found is None else self._by_block(found)

    def holding(self, wanted: Sequence[tuple[int, Sequence[int], int]]) -> list[Whole] | None:
        """Counts per block that hold so many, or more, in each of these sets of atoms at once.

        None says that none were found, not that there are none.
        """
        try:
            found = self._solved(np.zeros(self._columns), first=True, wanted=wanted)
        except OutOfTime:
            return None
        return None if found is None else self._by_block(found)

    @cached_property
    def _starts(self) -> list[int]:
        sizes = [block.atoms for block in self.model.blocks]
        return [sum(sizes[:at]) for at in range(len(sizes) + 1)]

    @property
    def _atoms(self) -> int:
        return self._starts[-1]

    @cached_property
    def _families(self) -> dict[int, int]:
        """Address to the column of its offset, for addresses of several cells."""
        seen = [cell.address for cell in self.model.cells]
        shared = sorted({address for address in seen if seen.count(address) > 1})
        return {address: self._atoms + at for at, address in enumerate(shared)}

    @property
    def _columns(self) -> int:
        return self._atoms + len(self._families)

    def least(self, block: int, atoms: Sequence[int], sense: int) -> int | None:
        """The fewest (sense 1) or most (-1) in some atoms of a block, as a whole number."""
        costs = np.zeros(self._columns)
        costs[self._starts[block] + np.asarray(atoms, np.int64)] = sense
        found = self._solved(costs, first=False)
        return None if found is None else sense * int(np.ceil(float(costs @ found) - _NEARLY))

    def _by_block(self, values: Numbers) -> list[Whole]:
        whole = np.rint(values).astype(np.int64)
        return [whole[low:high] for low, high in zip(self._starts, self._starts[1:], strict=False)]

    @cached_property
    def _rows(
        self,
    ) -> tuple[Numbers, Numbers, npt.NDArray[np.int32], npt.NDArray[np.int32], Numbers]:
        lower: list[float] = []
        upper: list[float] = []
        starts, index, value = [0], list[int](), list[float]()
        known = self.known or (0,) * len(self.model.cells)
        for cell, sure in zip(self.model.cells, known, strict=True):
            start = self._starts[cell.block]
            index += [start + atom for atom in cell.atoms]
            value += [1.0] * len(cell.atoms)
            low, high = cell.figure - MOST_OFF, cell.figure + MOST_OFF
            if cell.shows is Shows.EXACT:
                low = high = cell.figure
            elif cell.address in self._families:
                index.append(self._families[cell.address])
                value.append(1.0)
                low = cell.figure
            lower.append(low - sure)
            upper.append(high - sure)
            starts.append(len(index))
        for number, block in enumerate(self.model.blocks):
            if block.parent is None:
                continue
            sides = self.model.separators(number)
            for place in range(max(sides[0]) + 1):
                for where, side, sign in zip(
                    (number, block.parent), sides, (1.0, -1.0), strict=True
                ):
                    held = [self._starts[where] + at for at, own in enumerate(side) if own == place]
                    index += held
                    value += [sign] * len(held)
                lower.append(0.0)
                upper.append(0.0)
                starts.append(len(index))
        return (
            np.array(lower),
            np.array(upper),
            np.array(starts, np.int32),
            np.array(index, np.int32),
            np.array(value),
        )

    def _solved(
        self,
        costs: Numbers,
        *,
        first: bool,
        wanted: Sequence[tuple[int, Sequence[int], int]] = (),
    ) -> Numbers | None:
        """A new solver each time: HiGHS adds up the time that one object has used."""
        lower, upper, starts, index, value = self._rows
        for block, atoms, many in wanted:
            index = np.append(index, self._starts[block] + np.asarray(atoms, np.int32))
            value = np.append(value, np.ones(len(atoms)))
            starts = np.append(starts, np.int32(len(index)))
            lower, upper = np.append(lower, float(many)), np.append(upper, np.inf)
        solver = highs._Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("time_limit", _SECONDS_OF_SEVERAL if wanted else SECONDS)
        solver.setOptionValue("mip_abs_gap", 0.5)
        solver.setOptionValue("mip_rel_gap", 0.0)
        if first:
            solver.setOptionValue("mip_max_improving_sols", 1)
        most = np.full(self._columns, float(self.model.most))
        most[self._atoms :] = MOST_OFF
        solver.passModel(
            self._columns,
            len(lower),
            len(index),
            int(highs.MatrixFormat.kRowwise),
            int(highs.ObjSense.kMinimize),
            0.0,
            costs,
            np.zeros(self._columns),
            most,
            lower,
            upper,
            starts,
            index,
            value,
            np.full(self._columns, 0 if self.relaxed and not first else 1, np.int32),
        )
        solver.run()
        status = solver.getModelStatus()
        if status == highs.HighsModelStatus.kInfeasible:
            return None
        done = {highs.HighsModelStatus.kOptimal}
        if first:
            done |= {highs.HighsModelStatus.kSolutionLimit, highs.HighsModelStatus.kTimeLimit}
        if status not in done or not solver.getSolution().value_valid:
            raise OutOfTime
        return np.asarray(solver.getSolution().col_value)
