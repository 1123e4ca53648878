"""Westland's nine areas as tiles, each roughly where it lies; areas of one class are one piece."""

from dataclasses import dataclass

from signalering.domain.views.statistics.published import Figure, PublishedTable
from signalering.domain.vocabularies import vocabulary

WIDE, HIGH = 106, 74
# Column and row: the coast at the left, The Hague at the top.
PLACES = {
    "monster": (0, 0),
    "poeldijk": (1, 0),
    "wateringen": (2, 0),
    "s-gravenzande": (0, 1),
    "honselersdijk": (1, 1),
    "kwintsheul": (2, 1),
    "maasdijk": (0, 2),
    "naaldwijk": (1, 2),
    "de-lier": (2, 2),
}
LIGHTEST, DARKEST = 0.06, 0.3


@dataclass(frozen=True)
class Tile:
    """One area: its name in lines, and how dark it is (0 to 0.3), by its class's figure."""

    x: int
    y: int
    lines: tuple[str, ...]
    shade: float


@dataclass(frozen=True)
class Mark:
    """The figure of a class, written once, in the first of its areas."""

    x: int
    y: int
    figure: Figure
    together: bool


@dataclass(frozen=True)
class Edge:
    """A line between areas of different classes, or around all."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True)
class TileMap:
    """What is drawn, in a picture of three tiles by three."""

    tiles: tuple[Tile, ...]
    marks: tuple[Mark, ...]
    edges: tuple[Edge, ...]


def tile_map(table: PublishedTable, language: str) -> TileMap:
    """The map of a table by areas or districts."""
    (axis,) = table.axes
    class_of = {area: label.code for label in axis.labels for area in label.members}
    figures = {label.code: table.cells[label.code,] for label in axis.labels}
    most = max((figure.figure for figure in figures.values()), default=0)
    tiles = [
        Tile(*_corner(area), _lines(area, language), _shade(figures[class_of[area]].figure, most))
        for area in PLACES
    ]
    marks = []
    for label in axis.labels:
        x, y = _corner(min(label.members, key=lambda area: PLACES[area][::-1]))
        marks.append(Mark(x, y, figures[label.code], len(label.members) > 1))
    return TileMap(tuple(tiles), tuple(marks), tuple(_edges(class_of)))


def _corner(area: str) -> tuple[int, int]:
    column, row = PLACES[area]
    return 1 + column * WIDE, 1 + row * HIGH


def _lines(area: str, language: str) -> tuple[str, ...]:
    """A name of two places on two lines."""
    term = vocabulary("areas").term(area)
    name, joint = (term.en, " and ") if language == "en" else (term.nl, " en ")
    first, found, second = name.partition(joint)
    return (first, f"{joint.strip()} {second}") if found else (first,)


def _shade(figure: int, most: int) -> float:
    if not figure:
        return 0.0
    return round(LIGHTEST + (DARKEST - LIGHTEST) * figure / most, 2)


def _edges(class_of: dict[str, str]) -> list[Edge]:
    at = {place: class_of[area] for area, place in PLACES.items()}
    found = []
    for column, row in at:
        x, y = 1 + column * WIDE, 1 + row * HIGH
        own = at[column, row]
        if at.get((column - 1, row)) != own:
            found.append(Edge(x, y, x, y + HIGH))
        if at.get((column, row - 1)) != own:
            found.append(Edge(x, y, x + WIDE, y))
        if (column + 1, row) not in at:
            found.append(Edge(x + WIDE, y, x + WIDE, y + HIGH))
        if (column, row + 1) not in at:
            found.append(Edge(x, y + HIGH, x + WIDE, y + HIGH))
    return found
