"""What is planned in cases, for tests: planned, finished and moved as a form would do it."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from kit.cases import do, version
from kit.story import remembered
from kit.town import Town
from signalering.domain.commands.cases.finish_task import FinishTask
from signalering.domain.commands.cases.move_task import MoveTask
from signalering.domain.commands.cases.pause import PauseCase
from signalering.domain.commands.cases.plan import PlanTask
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.lifecycles import TaskEnd, TaskKind
from signalering.domain.states import ConsentScope, ConsentWay, PauseReason
from signalering.domain.views.cases.tasks import TaskView
from signalering.models.cases.case import Case
from signalering.models.cases.task import CaseTask
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finish_task import finish_task
from signalering.services.cases.move_task import move_task
from signalering.services.cases.pause import pause
from signalering.services.cases.plan import plan
from signalering.services.cases.tasks import open_tasks, tasks_of
from signalering.services.cases.withdraw_consent import withdraw_consent

K = TaskKind
# What each kind needs beside its day.
SAID: dict[TaskKind, dict[str, str]] = {
    K.APPOINTMENT: {
        "time": "14:30",
        "place": "bij de kapel in het bos",
        "text": "samen koffie drinken",
    },
    K.TASK: {"text": "de bieb bellen over de leeskring"},
    K.REMINDER: {"text": "vragen naar de dochter", "reason": "die kwam deze week logeren"},
}


@remembered
def planned(
    town: Town,
    case_id: UUID,
    kind: TaskKind = K.APPOINTMENT,
    days: int = 7,
    key: str = "coordinator",
    **said: str,
) -> int:
    """Plan one so many days from today; gives its number."""
    due_on = town.clock.today() + timedelta(days=days)
    words = {**SAID[kind], **said}

    number: int = do(
        town,
        lambda w: plan(w, PlanTask(case_id, version(w, case_id), kind, due_on, **words)),
        key,
    )
    return number


@remembered
def finished(
    town: Town, case_id: UUID, number: int, how: TaskEnd = TaskEnd.DONE, text: str = ""
) -> None:
    """Finish one."""
    do(
        town,
        lambda w: finish_task(w, FinishTask(case_id, version(w, case_id), number, how, text)),
    )


@remembered
def moved(town: Town, case_id: UUID, number: int, days: int, time: str = "", text: str = "") -> int:
    """Move one to so many days from today; gives its new number."""
    due_on = town.clock.today() + timedelta(days=days)
    new: int = do(
        town,
        lambda w: move_task(w, MoveTask(case_id, version(w, case_id), number, due_on, time, text)),
    )
    return new


@remembered
def paused(town: Town, case_id: UUID, days: int) -> None:
    """Let the case rest for so many days."""
    until = town.clock.today() + timedelta(days=days)
    do(
        town,
        lambda w: pause(w, PauseCase(case_id, version(w, case_id), until, PauseReason.HOSPITAL)),
    )


@remembered
def says_no(town: Town, case_id: UUID) -> None:
    """The resident wants no contact any more, and the keeper writes it down."""
    scope, way = ConsentScope.CONTACT, ConsentWay.SPOKEN_TO_COORDINATOR
    do(
        town,
        lambda w: withdraw_consent(
            w, WithdrawConsent(case_id, version(w, case_id), scope, way, confirmed=True)
        ),
    )


def rows_of(town: Town, case_id: UUID) -> list[tuple[int, str, date]]:
    """The rows of a case as they stand in the database, by number."""
    with town.work(writes=False) as work:
        found = work.data.execute(
            select(CaseTask.number, CaseTask.kind, CaseTask.due_on)
            .where(CaseTask.case_id == case_id)
            .order_by(CaseTask.number)
        )
        return [(number, kind, day) for number, kind, day in found]


def read_tasks(town: Town, case_id: UUID) -> tuple[TaskView, ...]:
    """The open ones with their words."""
    with town.work("coordinator", writes=False) as work:
        case = work.data.get_one(Case, case_id)
        entries = case_entries(work, case, case_key(work, case))
        return tasks_of(entries, open_tasks(work, case_ids=[case_id], resting=True))
