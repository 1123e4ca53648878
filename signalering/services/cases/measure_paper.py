"""The questions of a measure on paper: of no case and of nobody."""

from signalering.domain.access import Permission, require
from signalering.domain.moments import months_of
from signalering.domain.views.cases.measure import PaperView
from signalering.services.cases.wording import questions
from signalering.services.work import Work


def measure_paper(work: Work) -> PaperView:
    """What can be asked, and at which moments. Raises Denied."""
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    return PaperView(questions(work), months_of(work.periods))
