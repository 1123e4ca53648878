"""One thing that is planned, on the page where it is finished or moved."""

from dataclasses import dataclass

from signalering.domain.views.cases.show import CaseHead
from signalering.domain.views.cases.tasks import TaskView


@dataclass(frozen=True)
class TaskPage:
    """The case's head, and the task with its words; None when it isn't open any more."""

    head: CaseHead
    number: int
    task: TaskView | None
