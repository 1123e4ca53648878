"""What is planned in cases: rows in clear for lists and clocks, words in the timeline."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete, or_, select

from signalering.domain.access import Permission, require
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.lifecycles import TaskKind
from signalering.domain.states import CaseState
from signalering.domain.views.cases.tasks import OpenTask, TaskView
from signalering.models.cases.case import Case
from signalering.models.cases.task import CaseTask
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.contact import require_no_news
from signalering.services.cases.entries import Entries, Payload, add_case_entry
from signalering.services.cases.standing import require_unrestricted
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey

# Kinds of the timeline's entries: planned or moved; done or called off; fallen away together.
PLANNED, ENDED, DROPPED = "task", "task_end", "tasks_dropped"
# What ends when somebody wants no contact any more.
WITH_RESIDENT = (TaskKind.APPOINTMENT,)
# What an entry says of a task beside its kind and day.
WORDS = ("text", "reason", "time", "place", "who", "bring")


def open_tasks(
    work: Work,
    *,
    case_ids: Collection[UUID] | None = None,
    owner_id: UUID | None = None,
    until: date | None = None,
    resting: bool = False,
) -> tuple[OpenTask, ...]:
    """Open tasks of live cases by day, in clear: of these cases, of this owner's, or of all.

    With `until` those up to and with that day. A case that rests is silent, unless `resting`.
    Opens no words and writes no entry: whoever shows names or words with it does. Raises Denied.
    """
    today = work.clock.today()
    require(Permission.CASEWORK, work.by(), None, today)
    query = (
        select(CaseTask, Case.paused_until)
        .join(Case, Case.id == CaseTask.case_id)
        .where(Case.state != CaseState.CLOSED)
        .order_by(CaseTask.due_on, CaseTask.case_id, CaseTask.number)
    )
    if case_ids is not None:
        query = query.where(CaseTask.case_id.in_(case_ids))
    if owner_id is not None:
        query = query.where(Case.owner_id == owner_id)
    if until is not None:
        query = query.where(CaseTask.due_on <= until)
    if not resting:
        query = query.where(or_(Case.paused_until.is_(None), Case.paused_until < today))
    return tuple(_open(row, paused, today) for row, paused in work.data.execute(query))


def tasks_of(entries: Entries, rows: Iterable[OpenTask]) -> tuple[TaskView, ...]:
    """The open tasks of one case with their words, by day and time.

    `entries` are those of the case that the rows are of; what has no entry is left out.
    """
    planned = {n: said_of(n, payload) for n, payload in entries if payload["kind"] == PLANNED}
    views = [
        replace(planned[row.number], is_due=row.is_due, overdue=row.overdue, in_pause=row.in_pause)
        for row in rows
        if row.number in planned
    ]
    return tuple(sorted(views, key=lambda one: (one.due_on, one.time or "24", one.number)))


def said_of(number: int, payload: Payload) -> TaskView:
    """What an entry says that planned something, open or not."""
    words: dict[str, Any] = {name: payload.get(name) or "" for name in WORDS}
    return TaskView(number, payload["task"], date.fromisoformat(payload["due_on"]), **words)


def task_row(work: Work, case_id: UUID, number: int) -> CaseTask:
    """The row of one that is open. Raises NotFound."""
    row = work.data.get(CaseTask, (case_id, number), populate_existing=True)
    if row is None:
        raise NotFound
    return row


def require_meeting(work: Work, case: Case, entries: Entries) -> None:
    """Raise NotAllowedNow where nobody may visit or write: it lies still, or a no was said."""
    require_unrestricted(case)
    if contact_withdrawn(entries):
        raise NotAllowedNow("contact_withdrawn")
    require_no_news(work, case)


def drop_tasks(
    work: Work, case: Case, key: RecordKey, kinds: Sequence[TaskKind] = tuple(TaskKind)
) -> int:
    """Let open tasks of these kinds fall away, with one line in the timeline; gives how many.

    The caller has changed the case's row in this transaction.
    """
    numbers = sorted(
        work.data.scalars(
            delete(CaseTask)
            .where(CaseTask.case_id == case.id, CaseTask.kind.in_(kinds))
            .returning(CaseTask.number)
            .execution_options(synchronize_session=False)
        )
    )
    if numbers:
        add_case_entry(work, case, key, {"kind": DROPPED, "numbers": numbers})
    return len(numbers)


def _open(row: CaseTask, paused_until: date | None, today: date) -> OpenTask:
    rests = paused_until is not None and paused_until >= today
    return OpenTask(
        case_id=row.case_id,
        number=row.number,
        kind=row.kind,
        due_on=row.due_on,
        is_due=row.due_on <= today,
        overdue=row.due_on < today,
        in_pause=rests and paused_until is not None and row.due_on <= paused_until,
    )
