"""A model laid out in arrays for the sampler.

Each cell has a *value* per chain: its count, shifted so that one table of logs says what one more
or one less does to the chance that it is published as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from signalering.privacy.disclosure.model import Block, Model, Shows
from signalering.privacy.disclosure.rounding import MOST_OFF, STEP

Whole = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]

# A cell with an offset of its own: its count less its figure, from -4 to 4, around this value.
SOFT = STEP
# A cell that shares its offset: count less figure plus offset, from 0 to 4, above this value.
HARD = 20
# A cell that shows its count.
FIXED = 31
# No cell at all: nothing changes its chance.
DUMMY = 40


def _logs() -> tuple[Numbers, Numbers]:
    up, down = np.full(DUMMY + 2, -np.inf), np.full(DUMMY + 2, -np.inf)
    up[DUMMY - 1 :] = down[DUMMY - 1 :] = 0.0
    weights = [STEP - abs(off) for off in range(-MOST_OFF, MOST_OFF + 1)]
    for place, (here, after) in enumerate(pairwise(weights)):
        up[SOFT - MOST_OFF + place] = np.log(after / here)
        down[SOFT - MOST_OFF + place + 1] = np.log(here / after)
    up[HARD : HARD + MOST_OFF] = 0.0
    down[HARD + 1 : HARD + MOST_OFF + 1] = 0.0
    return up, down


@dataclass(frozen=True)
class BlockLayout:
    """A block: per atom the cells it counts in, and how it hangs on the block before it.

    `separator` is the shared class of an atom, of `shared` classes with `each` atoms. `touched`
    has, per dimension, the cells that a change in it can move. `steps`: stride and size.
    """

    atoms: int
    cells: Whole
    touched: Mapping[str, Whole]
    steps: Mapping[str, tuple[int, int]]
    separator: Whole
    shared: int
    each: int


@dataclass(frozen=True)
class Layout:
    """All arrays of a model. `families` are the cells of each address that several share."""

    dims: Mapping[str, int]
    blocks: tuple[BlockLayout, ...]
    holding: Mapping[str, tuple[int, ...]]
    cells: int
    shift: Whole
    families: tuple[Whole, ...]
    lowest: Whole
    highest: Whole
    up: Numbers
    down: Numbers


def laid_out(model: Model) -> Layout:
    """The arrays of a model."""
    by_address: dict[int, list[int]] = {}
    for index, cell in enumerate(model.cells):
        by_address.setdefault(cell.address, []).append(index)
    families = [held for held in by_address.values() if len(held) > 1]
    shared = {index for held in families for index in held}
    base = np.zeros(len(model.cells), np.int64)
    spread = np.zeros((2, len(model.cells)), np.int64)
    for index, cell in enumerate(model.cells):
        if cell.shows is Shows.EXACT:
            base[index], spread[:, index] = FIXED, (0, 0)
        elif cell.shows is Shows.BELOW_FIVE or index in shared:
            base[index], spread[:, index] = HARD, (0, MOST_OFF)
        else:
            base[index], spread[:, index] = SOFT, (-MOST_OFF, MOST_OFF)
    figures = np.array([cell.figure for cell in model.cells], np.int64)
    up, down = _logs()
    used = {dim for block in model.blocks for dim in block.dims}
    return Layout(
        {dim: len(held) for dim, held in model.dimensions.items() if dim in used},
        tuple(_block(model, number) for number in range(len(model.blocks))),
        {
            dim: tuple(at for at, block in enumerate(model.blocks) if dim in block.dims)
            for dim in used
        },
        len(model.cells),
        base - figures,
        tuple(np.array(held, np.int64) for held in families),
        np.append(base + spread[0], DUMMY),
        base + spread[1],
        up,
        down,
    )


def _block(model: Model, number: int) -> BlockLayout:
    block = model.blocks[number]
    cells = _cells(model, number)
    separator = np.zeros(block.atoms, np.int64)
    shared = 1
    if block.parent is not None:
        separator = np.array(model.separators(number)[0], np.int64)
        shared = int(separator.max()) + 1
    touched = {dim: _touched(block, cells, dim) for dim in block.dims}
    steps = {
        dim: (block.stride(dim), size) for dim, size in zip(block.dims, block.sizes, strict=True)
    }
    each = block.atoms // shared
    return BlockLayout(block.atoms, cells, touched, steps, separator, shared, each)


def _cells(model: Model, number: int) -> Whole:
    """Per atom the cells it counts in, one column for each table; no cell is the last one."""
    own = [(index, cell) for index, cell in enumerate(model.cells) if cell.block == number]
    columns = {column: at for at, column in enumerate(sorted({cell.column for _, cell in own}))}
    found = np.full((model.blocks[number].atoms, len(columns)), len(model.cells), np.int64)
    for index, cell in own:
        found[list(cell.atoms), columns[cell.column]] = index
    return found


def _touched(block: Block, cells: Whole, dim: str) -> Whole:
    """The columns in which atoms that differ in a dimension alone count in different cells."""
    places = np.arange(block.atoms) // block.stride(dim) % block.sizes[block.dims.index(dim)]
    first = np.arange(block.atoms) - places * block.stride(dim)
    differs = (cells != cells[first]).any(axis=0)
    return np.ascontiguousarray(cells[:, differs])
