"""What the page for feedback needs of a case."""

from dataclasses import dataclass

from signalering.domain.states import FeedbackLine, NoFeedback
from signalering.domain.views.cases.show import CaseHead


@dataclass(frozen=True)
class FeedbackView:
    """Which lines may be said, whether a message may go along, or why nothing is to be told."""

    head: CaseHead
    lines: tuple[FeedbackLine, ...]
    may_add_words: bool
    # What the rows themselves tell; the others are for the keeper to say.
    reason: NoFeedback | None = None
