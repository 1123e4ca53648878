"""Deadlines of a case as columns; a pause that runs puts them off."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import case as case_when
from sqlalchemy import update

from signalering.domain.case_clocks import Due, task
from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.services.accounts.coordinators import coordinators
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

    A live one has its day. Nobody's form grows old by it. Where its keeper left since it was done
    with, nobody has it: it waits where every coordinator sees it.
    """
    day, kind = task(work.calendar, work.periods, work.clock.today())
    work.data.execute(
        update(Case)
        .where(Case.id == case_id, Case.deadline_on.is_(None))
        .values(
            deadline_on=day,
            deadline_kind=kind.value,
            owner_id=case_when((Case.owner_id.in_(coordinators()), Case.owner_id), else_=None),
        )
        .execution_options(synchronize_session="fetch")
    )


def left_to_do(
    work: Work, case: Case, *, news: bool, law: tuple[date | None, date | None]
) -> dict[str, Any]:
    """The columns of the deadline of a closed case whose reporter needs to hear nothing more.

    A day while something its resident let know waits to be taken in (`news`), or the `law` still
    asks something: that the resident is told, that a request is answered. Without one the case
    stands in no queue. None when nothing is left.
    """
    days = [day for day in law if day is not None]
    if news:
        waits = case.state == CaseState.CLOSED and case.deadline_kind == CaseDeadline.TASK
        fresh, _ = task(work.calendar, work.periods, work.clock.today())
        days.append(case.deadline_on if waits and case.deadline_on is not None else fresh)
    if not days:
        return NO_CLOCK
    return NO_CLOCK | {"deadline_on": min(days), "deadline_kind": CaseDeadline.TASK.value}


def left_in_closed(
    work: Work, case: Case, *, news: bool, law: tuple[date | None, date | None]
) -> dict[str, Any]:
    """The same after a step in a case at hand: in a live one, and while its reporter is still to

    hear, the day stands.
    """
    if case.state != CaseState.CLOSED or case.deadline_kind == CaseDeadline.FEEDBACK:
        return {}
    return left_to_do(work, case, news=news, law=law)


NO_CLOCK: dict[str, Any] = {
    "deadline_on": None,
    "deadline_kind": None,
    "paused_until": None,
    "pause_reason": None,
}
