"""What is usual, as a reader takes it from the published margins: a share for each class."""

from collections.abc import Mapping, Sequence

from signalering.privacy.disclosure.checks import Figures
from signalering.privacy.disclosure.model import Model
from signalering.privacy.disclosure.tables import Counted

# A figure of nought stands for 0-4, with 5, 4, 3, 2 and 1 parts of 15: their mean.
NOUGHT = 4 / 3
# A class that no figure tells of is not impossible.
_LEAST = 1.0

Shares = Mapping[str, Sequence[float]]


def shares(model: Model, every: Sequence[Figures], counted: Counted) -> Shares:
    """Per dimension the share of each refined class, adding up to one.

    From the longest period's one-way table of most classes, for rounding matters least there. A
    class that is split in the refinement is split evenly; the remainder is what the total has more
    than the classes.
    """
    found: dict[str, Sequence[float]] = {}
    for name, dimension in model.dimensions.items():
        expected = _periods(model, name) or _classes(model, every, counted, name)
        whole = sum(expected)
        found[name] = [each / whole for each in expected] if whole else [1.0] * len(dimension)
    return found


def _periods(model: Model, name: str) -> list[float]:
    """From the totals of the periods and parts; even where they were not published."""
    if name not in ("period", "part"):
        return []
    expected = [0.0] * len(model.dimensions[name])
    for cell in model.cells:
        if cell.spot[1] != "total" or name not in model.blocks[cell.block].dims:
            continue
        block = model.blocks[cell.block]
        index, stride = block.dims.index(name), block.stride(name)
        places = {atom // stride % block.sizes[index] for atom in cell.atoms}
        if len(places) == 1 and (name == "part" or len(model.blocks[0].dims) == 1 or _own(model)):
            expected[places.pop()] += max(cell.figure, NOUGHT)
    return [each or 1.0 for each in expected]


def _own(model: Model) -> bool:
    return len(model.dimensions["period"]) > 1


def _classes(model: Model, every: Sequence[Figures], counted: Counted, name: str) -> list[float]:
    dimension = model.dimensions[name]
    tables = [
        (figures.period.length, len(table.axes[0]), table.axes[0], held, figures.totals[counted])
        for figures in every
        for table, held in figures.tables.items()
        if table.counted is counted and table.one_way and table.axes[0].dimension == name
    ]
    if not tables:
        return [1.0] * len(dimension)
    _, _, axis, held, total = max(tables, key=lambda each: each[:2])
    codes = [each.code for each in axis.classes]
    figures = [max(float(held.get((code,), 0)), NOUGHT) for code in codes]
    if name == "stage":
        # Who came exactly so far: those of a stage that are not in the next one.
        figures = [
            max(here - after, _LEAST)
            for here, after in zip(figures, [*figures[1:], 0.0], strict=True)
        ]
    per_code: dict[str | None, float] = {**dict(zip(codes, figures, strict=True))}
    split: dict[str | None, int] = {}
    for place in dimension.places:
        split[place.get(axis.code)] = split.get(place.get(axis.code), 0) + 1
    rest = max(total - sum(figures), _LEAST)
    return [
        per_code.get(code, rest) / split[code]
        for code in (place.get(axis.code) for place in dimension.places)
    ]
