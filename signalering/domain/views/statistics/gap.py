"""What residents wish, beside what is on offer."""

from dataclasses import dataclass
from enum import StrEnum

from signalering.domain.views.statistics.chosen import Chosen
from signalering.domain.views.statistics.published import Figure, Label


class Supply(StrEnum):
    """What may be said of offers beside a wish; nothing where few wish for it."""

    NONE = "none"
    LITTLE = "little"
    SOME = "some"
    NOT_SAID = "not_said"


@dataclass(frozen=True)
class GapRow:
    """A wish: how many signals name it (published), and how many offers answer it now.

    `offers` is None where no offer can answer it.
    """

    wish: Label
    figure: Figure
    offers: int | None
    supply: Supply


@dataclass(frozen=True)
class AreaGap:
    """The same for one area or district."""

    area: Label
    rows: tuple[GapRow, ...]


@dataclass(frozen=True)
class GapView:
    """`offers` counts all that were confirmed in the last six months."""

    chosen: Chosen
    offers: int
    rows: tuple[GapRow, ...]
    areas: tuple[AreaGap, ...]
