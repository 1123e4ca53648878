"""Deadlines of a case as columns; a pause that runs puts them off."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import update

from signalering.domain.case_clocks import Due, task
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


NO_CLOCK: dict[str, Any] = {
    "deadline_on": None,
    "deadline_kind": None,
    "paused_until": None,
    "pause_reason": None,
}
