"""From the figures of periods to the model of what they say together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from signalering.privacy.disclosure.checks import Figures
from signalering.privacy.disclosure.model import Block, Cell, Model
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.refined import Dimension, refined
from signalering.privacy.disclosure.rounding import MOST_OFF
from signalering.privacy.disclosure.tables import Counted, Table

_SIGNAL = ("area", "age", "group")
_ORDER = (*_SIGNAL, "stage", "wish", "outcome", "pillar")
_TOTAL = "total"


def read(
    candidate: Figures,
    frozen: Sequence[Figures],
    counted: Counted,
    *,
    closed: bool = False,
    without_group: int | None = None,
) -> Model:
    """The model of what a candidate period and the frozen ones inside it say of one count.

    `closed` is the reading of somebody who knows that every code is in a class (no remainder);
    `without_group` leaves out one refined class of groups, whose records a reader knows.
    Raises KeyError if the candidate has no total of what is counted.
    """
    every = [candidate, *(each for each in frozen if counted in each.totals)]
    tables = {table for each in every for table in each.tables if table.counted is counted}
    dims = dict(_dimensions(tables, closed=closed, without_group=without_group))
    lengths = {each.period.length for each in every}
    with_tables = {
        each.period.length
        for each in every
        if any(table.counted is counted for table in each.tables)
    }
    main = min(with_tables, default=candidate.period.length)
    shortest = min(lengths)
    dims["period"] = _numbered("period", candidate.period.length // main)
    dims["part"] = _numbered("part", main // min(main, shortest))
    blocks = tuple(_blocks(tables, dims))
    reader = _Reader(candidate.period, main, min(main, shortest), dims, blocks)
    total = candidate.totals[counted]
    return Model(
        dims,
        blocks,
        tuple(cell for each in every for cell in reader.cells(each, counted)),
        total,
        total + MOST_OFF,
    )


def _numbered(name: str, size: int) -> Dimension:
    return Dimension(name, tuple({name: str(index)} for index in range(size)))


def _dimensions(
    tables: Iterable[Table], *, closed: bool, without_group: int | None
) -> Iterator[tuple[str, Dimension]]:
    axes = {axis.code: axis for table in tables for axis in table.axes}
    for name in _ORDER:
        used = [axis for axis in axes.values() if axis.dimension == name]
        if used:
            left_out = without_group if name == "group" else None
            yield name, refined(name, used, closed=closed, without=left_out)
    # Of signals that no table tells the reach of, "registered" is all that is known.


def _blocks(tables: Iterable[Table], dims: dict[str, Dimension]) -> Iterator[Block]:
    """Blocks in an order in which each shares dimensions with one before it only."""
    crossed = {frozenset(axis.dimension for axis in table.axes) for table in tables}
    inner = {pair for held in crossed if len(pair := held.intersection(_SIGNAL)) > 1}
    staged = {dim for held in crossed if "stage" in held for dim in held if dim != "stage"}
    if len(staged) > 1:
        inner.add(frozenset(staged))
    joined = frozenset().union(*inner)
    alone = [frozenset({dim}) for dim in _SIGNAL if dim in dims and dim not in joined]
    families = [("period", *_ordered(held)) for held in ([joined] if joined else []) + alone]
    families = families or [("period",)]
    if len(dims["part"]) > 1:
        families.append(("period", "part"))
    if "stage" in dims:
        families.append((*_ordered(staged), "stage"))
    for name, other in (("wish", "area"), ("outcome", "pillar")):
        if name in dims:
            both = frozenset({name, other}) in crossed
            families.append(_ordered({name, other}) if both else (name,))
    made: list[Block] = []
    for family in families:
        sizes = tuple(len(dims[dim]) for dim in family)
        shared = [tuple(dim for dim in family if dim in block.dims) for block in made]
        parent = max(range(len(made)), key=lambda at: len(shared[at])) if made else None
        made.append(Block(family, sizes, parent, () if parent is None else shared[parent]))
        yield made[-1]


def _ordered(dims: Iterable[str]) -> tuple[str, ...]:
    return tuple(dim for dim in _ORDER if dim in dims)


class _Reader:
    """Makes cells; numbers their addresses and columns as they come."""

    def __init__(
        self,
        whole: Period,
        main: Length,
        shortest: Length,
        dims: dict[str, Dimension],
        blocks: tuple[Block, ...],
    ) -> None:
        self._whole, self._main, self._shortest = whole, main, shortest
        self._dims, self._blocks = dims, blocks
        self._addresses: dict[tuple[str, str, tuple[str, ...]], int] = {}
        self._columns: dict[tuple[int, str, str], int] = {}
        self._numbers = count()

    def cells(self, figures: Figures, counted: Counted) -> Iterator[Cell]:
        period = figures.period
        spot = (period.code, _TOTAL, ())
        yield self._cell(spot, figures.totals[counted], spot, self._when(period), "")
        for table, held in figures.tables.items():
            if table.counted is not counted:
                continue
            for codes, figure in held.items():
                yield self._of_table(period, table, codes, figure)

    def _of_table(self, period: Period, table: Table, codes: tuple[str, ...], figure: int) -> Cell:
        """A stage holds all who came at least as far, and shares its address with the others.

        A class that two classifications share is one cell: an address says which codes it has.
        """
        chosen = self._when(period)
        kept, stage = list[str](), ""
        for axis, code in zip(table.axes, codes, strict=True):
            places = self._dims[axis.dimension].within(axis.code, code)
            if axis.dimension == "stage":
                reached = [held.code for held in axis.classes].index(code)
                places, stage = tuple(range(reached, len(axis))), code
            else:
                members = next(held.members for held in axis.classes if held.code == code)
                kept.append(" ".join((axis.dimension, *sorted(members))))
            chosen[axis.dimension] = places
        address = (period.code, _TOTAL, tuple(kept))
        return self._cell((period.code, table.code, codes), figure, address, chosen, stage)

    def _when(self, period: Period) -> dict[str, tuple[int, ...]]:
        """The main periods (and parts of one) that a period is made of."""
        if period.length == self._whole.length:
            return {}
        first = (period.start.month - self._whole.start.month) // 3
        quarters = range(first, first + period.length)
        found = {"period": tuple(sorted({each // self._main for each in quarters}))}
        if period.length < self._main:
            within = (each % self._main // self._shortest for each in quarters)
            found["part"] = tuple(sorted(set(within)))
        return found

    def _cell(
        self,
        spot: tuple[str, str, tuple[str, ...]],
        figure: int,
        address: tuple[str, str, tuple[str, ...]],
        chosen: dict[str, tuple[int, ...]],
        stage: str,
    ) -> Cell:
        if "stage" in self._dims and not stage:
            chosen = {dim: places for dim, places in chosen.items() if dim != "stage"}
        block = next(at for at, held in enumerate(self._blocks) if set(chosen) <= set(held.dims))
        number = self._addresses.setdefault(address, len(self._addresses))
        # A period's cells may stand in one column with those of others: they share no atom. Year
        # and quarter overlap, so that each length has its own.
        length = f"{len(chosen.get('period', ()))} {len(chosen.get('part', ()))}"
        column = self._columns.setdefault((block, f"{spot[1]} {length}", stage), len(self._columns))
        return Cell(spot, figure, number, block, column, self._blocks[block].atoms_of(chosen))
