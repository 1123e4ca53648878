"""What the page of a measure needs."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.moments import Moment
from signalering.domain.views.cases.measured import Measured
from signalering.domain.views.cases.show import CaseHead
from signalering.domain.wording_file import Wording


@dataclass(frozen=True)
class QuestionsView:
    """What can be asked: the direct question, and the scale where its wording is there."""

    wording: Wording | None
    # A file is there, and it is refused.
    refused: bool = False


@dataclass(frozen=True)
class MeasureView:
    """The page on which a measure is filled in."""

    head: CaseHead
    questions: QuestionsView
    moments: tuple[Moment, ...]
    has_consent: bool
    today: date
    corrected: Measured | None = None


@dataclass(frozen=True)
class PaperView:
    """The questions without any case, and the moments to tick."""

    questions: QuestionsView
    months: tuple[int, ...]
