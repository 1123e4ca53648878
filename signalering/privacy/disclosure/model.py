"""All that published figures say of whole tables of counts, as sums over unknown atoms.

What is unknown is a table of counts (atoms) per *block*: a set of dimensions that published tables
cross. Blocks share dimensions, and there their margins are equal; given equal margins one table
of single signals exists that has all blocks for its margins, so nothing is lost by blocks.
A published cell is a sum of atoms of one block. Cells of one address share one offset.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import product
from math import prod

from signalering.privacy.disclosure.refined import Dimension

Spot = tuple[str, str, tuple[str, ...]]


class Shows(Enum):
    """What a published cell says of its count."""

    ROUNDED = "rounded"  # 5 * floor((count + offset) / 5)
    EXACT = "exact"
    BELOW_FIVE = "below five"  # nought to four, and no more


@dataclass(frozen=True)
class Block:
    """Counts by some dimensions. Atoms are numbered with the last dimension running fastest.

    With the block before it at `parent` it shares the dimensions `shared`.
    """

    dims: tuple[str, ...]
    sizes: tuple[int, ...]
    parent: int | None = None
    shared: tuple[str, ...] = ()

    @property
    def atoms(self) -> int:
        """How many counts it has."""
        return prod(self.sizes)

    def stride(self, dim: str) -> int:
        """How far apart atoms are that differ by one in a dimension."""
        return prod(self.sizes[self.dims.index(dim) + 1 :])

    def atoms_of(self, chosen: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
        """The atoms in chosen classes; every class of a dimension that isn't named."""
        axes = [
            chosen.get(dim, range(size)) for dim, size in zip(self.dims, self.sizes, strict=True)
        ]
        strides = [self.stride(dim) for dim in self.dims]
        return tuple(
            sum(place * stride for place, stride in zip(places, strides, strict=True))
            for places in product(*axes)
        )


@dataclass(frozen=True)
class Cell:
    """A published cell. `column` is the same for cells of one table (and stage) that share none."""

    spot: Spot
    figure: int
    address: int
    block: int
    column: int
    atoms: tuple[int, ...]
    shows: Shows = Shows.ROUNDED


@dataclass(frozen=True)
class Model:
    """Unknown blocks and published cells about what is counted in one candidate period.

    `most` is the largest total that the figures allow; `total` the published total.
    """

    dimensions: Mapping[str, Dimension]
    blocks: tuple[Block, ...]
    cells: tuple[Cell, ...]
    total: int
    most: int

    def separators(self, number: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Per atom of a block, and per atom of its parent, the shared class that it is in."""
        block = self.blocks[number]
        if block.parent is None:
            raise ValueError("the first block has no parent")
        return _places(block, block.shared), _places(self.blocks[block.parent], block.shared)


def _places(block: Block, shared: tuple[str, ...]) -> tuple[int, ...]:
    sizes = [block.sizes[block.dims.index(dim)] for dim in shared]
    found = []
    for atom in range(block.atoms):
        place = 0
        for dim, size in zip(shared, sizes, strict=True):
            index = block.dims.index(dim)
            place = place * size + atom // block.stride(dim) % block.sizes[index]
        found.append(place)
    return tuple(found)


@dataclass(frozen=True)
class Fact:
    """One signal: the quarter of the year it came in (from 1), and its code per dimension."""

    quarter: int
    codes: Mapping[str, str]
