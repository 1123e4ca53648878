"""What goes along on paper to a visit, and no more than that."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.views.cases.show import CaseHead, ContactView
from signalering.domain.views.cases.tasks import TaskView


@dataclass(frozen=True)
class LastEntry:
    """That there was something, of what kind and on which day; not what it said."""

    kind: str
    day: date


@dataclass(frozen=True)
class VisitSheet:
    """`task` is None for a visit without an appointment: its day is written in by hand."""

    head: CaseHead
    contact: ContactView
    task: TaskView | None
    last: tuple[LastEntry, ...]
