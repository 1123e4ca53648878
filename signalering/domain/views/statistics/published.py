"""Published figures with their labels: what every page, download and report reads, and no more."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Codes = tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A published figure and how it is worded: `text` is Dutch with %(figure)s."""

    figure: int
    text: str


@dataclass(frozen=True)
class Label:
    """A class of an axis, named as it was when the plan was made; `members` are its codes."""

    code: str
    nl: str
    en: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Axis:
    """One side of a table: `code` names the classification, `dimension` what it is about."""

    code: str
    dimension: str
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class PublishedTable:
    """A table of one period. `cells` by codes in the order of the axes: published ones alone.

    `kind` is one of signalering.privacy.disclosure.tables.Kind, `counted` of Counted. `base` is
    the published total that its cells are parts of; None where they are parts of none. `percents`
    has what may be said of cells as shares of it, in steps of five.
    """

    kind: str
    counted: str
    code: str
    axes: tuple[Axis, ...]
    cells: Mapping[Codes, Figure]
    base: Figure | None
    percents: Mapping[Codes, int] = field(default_factory=dict)


@dataclass(frozen=True)
class PublishedPeriod:
    """A released period. `total` counts signals; `closed`, of a year alone, cases that ended.

    `alone` says that it is so small that its total stands alone.
    """

    period: str
    rung: str
    total: Figure
    closed: Figure | None
    alone: bool
    tables: tuple[PublishedTable, ...]

    def table(self, kind: str) -> PublishedTable | None:
        """Its table of a kind, if it has one."""
        return next((table for table in self.tables if table.kind == kind), None)
