"""How published figures are worded. Every function takes published figures, never counts."""

from dataclasses import dataclass
from enum import StrEnum

from signalering.domain.texts import N_
from signalering.privacy.disclosure.rounding import STEP

TOTAL_ALONE_BELOW = 20
SMALLEST_BASE = 50
_PERCENT_STEP = 5


@dataclass(frozen=True)
class Wording:
    """A text that is translated when it is shown; `%(figure)s` stands for the figure."""

    text: str
    figure: int

    def __str__(self) -> str:
        return self.text % {"figure": self.figure}


class Change(StrEnum):
    """What may be said about two published figures."""

    MORE = "more"
    FEWER = "fewer"
    NO_CLEAR_CHANGE = "no_clear_change"


CHANGE_TEXTS = {
    Change.MORE: N_("meer"),
    Change.FEWER: N_("minder"),
    Change.NO_CLEAR_CHANGE: N_("geen duidelijke verandering"),
}
TOO_FEW = N_("Nog te weinig signalen")
WHY_TOTALS_DIFFER = N_(
    "Elk getal is apart afgerond op vijftallen. "
    "Daarom is het totaal niet altijd de som van de delen."
)


def shown(figure: int) -> Wording:
    """ "0-4" for 0 and "about 15" for 15. Raises ValueError for what is no published figure."""
    if figure < 0 or figure % STEP:
        raise ValueError("no published figure")
    return Wording(N_("0-4") if figure == 0 else N_("ongeveer %(figure)s"), figure)


def percentage(part: int, base: int) -> int | None:
    """A share in whole steps of five points, at most 100; None on a base below 50."""
    if base < SMALLEST_BASE:
        return None
    return min(100, _PERCENT_STEP * ((200 * part + _PERCENT_STEP * base) // (10 * base)))


def clear_change(earlier: int, later: int) -> bool:
    """Whether two figures differ by more than chance and rounding: |a - b| > 2 sqrt(a + b + 8)."""
    return (later - earlier) ** 2 > 4 * (earlier + later + 8)


def change(earlier: int, later: int) -> Change:
    """What may be said about the step from one figure to another."""
    if not clear_change(earlier, later):
        return Change.NO_CLEAR_CHANGE
    return Change.MORE if later > earlier else Change.FEWER


def total_alone(total: int) -> bool:
    """Whether a period is so small (published total below 20) that nothing else is shown."""
    return total < TOTAL_ALONE_BELOW
