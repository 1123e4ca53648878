"""Two released periods side by side."""

from dataclasses import dataclass

from signalering.domain.views.statistics.chosen import Chosen
from signalering.domain.views.statistics.published import Figure, Label, PublishedPeriod


@dataclass(frozen=True)
class ComparedRow:
    """One class in both; `change` is Dutch, as far as anything may be said."""

    label: Label
    first: Figure
    second: Figure
    change: str


@dataclass(frozen=True)
class ComparedTable:
    """A table that both periods have by the same classes."""

    kind: str
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True)
class CompareView:
    """`second` is the later one. Without both of them nothing is compared: no two of one length are

    released, or (`unlike`) two were asked for that can't be compared.
    """

    chosen: Chosen
    first: PublishedPeriod | None
    second: PublishedPeriod | None
    change: str
    tables: tuple[ComparedTable, ...]
    unlike: bool = False
