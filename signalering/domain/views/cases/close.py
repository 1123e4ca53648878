"""What the page for closing needs of a case."""

from dataclasses import dataclass

from signalering.domain.states import FeedbackLine
from signalering.domain.views.cases.show import CaseHead


@dataclass(frozen=True)
class ClosingView:
    """Which lines the reporter may hear now, and whether a contact card was printed.

    `planned`: how many tasks and appointments fall away.
    """

    head: CaseHead
    lines: tuple[FeedbackLine, ...]
    has_card: bool
    planned: int
