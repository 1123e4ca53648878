"""Draws whole tables that fit the figures: many chains of Metropolis steps at once.

A chain holds a list of single signals, each with a class in every dimension. Moves change a class
of one signal, take a signal away or add one; so every block of a model stays in step with those
that it shares dimensions with. Lists stand for tables: the chance of a table is spread evenly over
the lists that make it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from signalering.privacy.disclosure.layout import DUMMY, HARD, Layout, Numbers, Whole
from signalering.privacy.disclosure.usual import Shares

# Steps of which chance is drawn at once.
_BATCH = 128
# A share of all moves adds or takes away; offsets that stages share are drawn anew now and then.
_MOVES_OF_NUMBER = 0.2
_OFFSETS_EVERY = 16


@dataclass(frozen=True)
class Prior:
    """What a reader holds for likely beforehand.

    Without shares every table of a size is equally likely, and so is every size (`flat`). With
    shares counts are Poisson: `expected` signals in all, spread by the shares, which are those of
    the classes of the layout.
    """

    shares: Shares | None = None
    expected: float = 0.0

    def logs_of_number(self, most: int) -> Numbers:
        """Log of the chance of 0 to `most` signals, up to a constant."""
        if self.shares is None:
            return np.zeros(most + 1)
        steps = np.log(max(self.expected, 1e-9)) - np.log(np.arange(1, most + 1))
        return np.concatenate([[0.0], np.cumsum(steps)])


@dataclass
class Sampler:
    """Chains of one layout. `records` per block: an atom per chain and slot, -1 where empty.

    `known` per chain and cell: how many in it a reader knows already; they are no part of the
    records, and figures tell of both together.
    """

    layout: Layout
    prior: Prior
    records: list[Whole]
    known: Whole
    chance: np.random.Generator
    value: npt.NDArray[np.int16] = field(init=False)
    counts: list[npt.NDArray[np.int16]] = field(init=False)
    margins: list[npt.NDArray[np.int16]] = field(init=False)
    alive: npt.NDArray[np.bool_] = field(init=False)
    number: Whole = field(init=False)

    def __post_init__(self) -> None:
        chains, self._slots = self.records[0].shape
        self._row = np.arange(chains)
        layout = self.layout
        self.alive = self.records[0] >= 0
        self.number = self.alive.sum(axis=1)
        self.counts, self.margins = [], []
        value = np.zeros((chains, layout.cells + 1), np.int16)
        value[:, :-1] = self.known + layout.shift
        rows, slots = np.nonzero(self.alive)
        for place, block in enumerate(layout.blocks):
            atoms = self.records[place][rows, slots]
            counts = np.zeros((chains, block.atoms), np.int16)
            np.add.at(counts, (rows, atoms), 1)
            margins = np.zeros((chains, block.shared), np.int16)
            np.add.at(margins, (rows, block.separator[atoms]), 1)
            self.counts.append(counts)
            self.margins.append(margins)
            np.add.at(value, (rows[:, None], block.cells[atoms]), 1)
        value[:, -1] = DUMMY
        self.value = value
        self.offsets = np.zeros((chains, len(layout.families)), np.int16)
        self._draw_offsets()
        self._logs = self.prior.logs_of_number(self._slots)
        self._cumulated = {name: np.cumsum(np.asarray(self._share(name))) for name in layout.dims}
        if (self.value[:, :-1] > layout.highest).any() or (self.value < layout.lowest).any():
            raise ValueError("a start that does not fit the figures")

    def _share(self, name: str) -> Sequence[float]:
        size = self.layout.dims[name]
        if self.prior.shares is None:
            return [1 / size] * size
        return self.prior.shares[name]

    def run(self, steps: int) -> None:
        """Take steps; one step proposes one move in each chain."""
        chains = len(self._row)
        several = [name for name, size in self.layout.dims.items() if size > 1]
        for start in range(0, steps, _BATCH):
            size = min(_BATCH, steps - start)
            slots = self.chance.integers(self._slots, size=(size, chains))
            logs = np.log(self.chance.random((size, chains)))
            draws = self.chance.random((size, chains))
            kinds = self.chance.random(size)
            which = self.chance.integers(max(len(several), 1), size=size)
            for step in range(size):
                if step % _OFFSETS_EVERY == 0 and self.layout.families:
                    self._draw_offsets()
                if kinds[step] < _MOVES_OF_NUMBER or not several:
                    self._number(slots[step], logs[step])
                else:
                    self._change(several[which[step]], slots[step], logs[step], draws[step])

    def totals(self) -> Whole:
        """Per chain and cell the count that is not known beforehand."""
        layout = self.layout
        found = self.value[:, :-1].astype(np.int64) - layout.shift - self.known
        for place, family in enumerate(layout.families):
            found[:, family] -= self.offsets[:, place, None]
        return found

    def _pick(self, name: str, draws: Numbers) -> Whole:
        cumulated = self._cumulated[name]
        return np.minimum(np.searchsorted(cumulated, draws, side="right"), len(cumulated) - 1)

    def _change(self, name: str, slot: Whole, logs: Numbers, draws: Numbers) -> None:
        """Propose another class for one signal, as often as it is usual."""
        row, layout = self._row, self.layout
        chosen = self._pick(name, draws)
        gain = np.zeros(len(row))
        moves = []
        for place in layout.holding[name]:
            block = layout.blocks[place]
            old = self.records[place][row, slot]
            stride, size = block.steps[name]
            new = old + (chosen - old // stride % size) * stride
            of_name = block.touched[name]
            out, into = of_name[old], of_name[new]
            same = out == into
            out = np.where(same, layout.cells, out)
            into = np.where(same, layout.cells, into)
            gain += layout.down[self.value[row[:, None], out]].sum(axis=1)
            gain += layout.up[self.value[row[:, None], into]].sum(axis=1)
            if self.prior.shares is None:
                gain += self._flat(place, old, new)
            moves.append((place, old, new, out, into))
        taken = np.nonzero((logs < gain) & self.alive[row, slot])[0]
        for place, left, entered, out, into in moves:
            block = layout.blocks[place]
            old, new = left[taken], entered[taken]
            self.records[place][taken, slot[taken]] = new
            self.counts[place][taken, old] -= 1
            self.counts[place][taken, new] += 1
            self.margins[place][taken, block.separator[old]] -= 1
            self.margins[place][taken, block.separator[new]] += 1
            self.value[taken[:, None], out[taken]] -= 1
            self.value[taken[:, None], into[taken]] += 1
        self.value[:, -1] = DUMMY

    def _flat(self, place: int, old: Whole, new: Whole) -> Numbers:
        """Log of how a flat prior likes the new atom of one block better than the old one."""
        row, block = self._row, self.layout.blocks[place]
        counts, margins = self.counts[place], self.margins[place]
        from_, to = block.separator[old], block.separator[new]
        moved = np.log((counts[row, new] + 1.0) / np.maximum(counts[row, old], 1.0))
        if block.shared > 1:
            left = margins[row, from_] - 1.0 + block.each
            moved += np.where(from_ == to, 0.0, np.log(left / (margins[row, to] + block.each)))
        return np.where(old == new, 0.0, moved)

    def _number(self, slot: Whole, logs: Numbers) -> None:
        """Propose to take away the signal of a slot, or to put a new one in an empty slot."""
        row, layout = self._row, self.layout
        alive = self.alive[row, slot]
        drawn = {name: self._pick(name, self.chance.random(len(row))) for name in layout.dims}
        fewer = np.where(alive, self.number - 1, self.number)
        born = self._logs[fewer + 1] - self._logs[fewer]
        born = born + np.log((fewer + 1.0) / (self._slots - fewer))
        gain = np.zeros(len(row))
        atoms = []
        for place, block in enumerate(layout.blocks):
            fresh = sum(
                (drawn[n] * stride for n, (stride, _) in block.steps.items()), np.zeros_like(row)
            )
            atom = np.where(alive, self.records[place][row, slot], fresh)
            cells = block.cells[atom]
            held = self.value[row[:, None], cells]
            gain += np.where(alive[:, None], layout.down[held], layout.up[held]).sum(axis=1)
            if self.prior.shares is None:
                there = self.counts[place][row, atom] - alive
                margin = self.margins[place][row, block.separator[atom]] - alive
                born = born + np.log((there + 1.0) * block.each / (margin + block.each))
            atoms.append((atom, cells))
        gain += np.where(alive, -born, born)
        taken = np.nonzero(logs < gain)[0]
        sign = np.where(alive, -1, 1)[taken]
        for place, (proposed, cells) in enumerate(atoms):
            block = layout.blocks[place]
            atom = proposed[taken]
            self.records[place][taken, slot[taken]] = np.where(sign > 0, atom, -1)
            self.counts[place][taken, atom] += sign.astype(np.int16)
            self.margins[place][taken, block.separator[atom]] += sign.astype(np.int16)
            self.value[taken[:, None], cells[taken]] += sign[:, None].astype(np.int16)
        self.value[:, -1] = DUMMY
        self.alive[taken, slot[taken]] = sign > 0
        self.number[taken] += sign

    def _draw_offsets(self) -> None:
        """Draw the offset that cells of one address share, evenly from those that fit them all."""
        for place, family in enumerate(self.layout.families):
            off = self.value[:, family] - HARD - self.offsets[:, place, None]
            low = np.maximum(0, -off.min(axis=1))
            high = np.minimum(4, 4 - off.max(axis=1))
            if (low > high).any():
                raise ValueError("a start that does not fit the figures")
            drawn = low + (self.chance.random(len(low)) * (high - low + 1)).astype(np.int16)
            self.value[:, family] += (drawn - self.offsets[:, place])[:, None].astype(np.int16)
            self.offsets[:, place] = drawn
