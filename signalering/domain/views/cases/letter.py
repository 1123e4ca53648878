"""A letter to a resident, to be printed."""

from dataclasses import dataclass, field
from datetime import date

from signalering.domain.views.cases.show import CaseHead


@dataclass(frozen=True)
class LetterView:
    """To whom it goes, who signs, and whether anybody tried before."""

    head: CaseHead
    name: str = field(repr=False)
    # One line each, as they stand behind the envelope's window.
    address: tuple[str, ...] = field(repr=False)
    signed_by: str
    day: date
    tried: bool
