"""Deadlines of a case as columns; a pause that runs puts them off."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import update

from signalering.domain.case_clocks import Due, task
from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.services.cases.finding import PERIODS
from signalering.services.work import Work


def deadline(work: Work, case: Case, due: Due) -> dict[str, Any]:
    """The columns of what falls due next, never inside a pause."""
    day, kind = due
    return {"deadline_on": put_off(work, day, case.paused_until), "deadline_kind": kind.value}


def put_off(work: Work, day: date, paused_until: date | None) -> date:
    """The day, or the first working day after the pause."""
    if paused_until is None or day > paused_until:
        return day
    return work.calendar.next_working_day(paused_until)


def wake(work: Work, case_id: UUID) -> None:
    """Give a closed case with nothing left to do a day once more: a resident let something know.

    A live one has its day. Nobody's form grows old by it.
    """
    day, kind = task(work.calendar, PERIODS, work.clock.today())
    work.data.execute(
        update(Case)
        .where(Case.id == case_id, Case.deadline_on.is_(None))
        .values(deadline_on=day, deadline_kind=kind.value)
        .execution_options(synchronize_session="fetch")
    )


def after_end(inform_by: date | None, request_by: date | None) -> dict[str, Any]:
    """The columns of a closed case of which no reporter is to hear: what the law still asks has a

    day, so that it stands with somebody until it is done.
    """
    days = [day for day in (inform_by, request_by) if day is not None]
    if not days:
        return NO_CLOCK
    return NO_CLOCK | {"deadline_on": min(days), "deadline_kind": CaseDeadline.TASK.value}


def still_asked(
    case: Case, inform_by: date | None, request_by: date | None, *, news: bool
) -> dict[str, Any]:
    """The same, when something of that changes. A live case has its day; so has one whose reporter

    is to hear of it, and one in which a word of the resident waits.
    """
    if case.state != CaseState.CLOSED or case.deadline_kind == CaseDeadline.FEEDBACK:
        return {}
    columns = after_end(inform_by, request_by)
    return {} if news and columns["deadline_on"] is None else columns


NO_CLOCK: dict[str, Any] = {
    "deadline_on": None,
    "deadline_kind": None,
    "paused_until": None,
    "pause_reason": None,
}
