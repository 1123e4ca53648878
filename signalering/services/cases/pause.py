"""Let a case rest for a while, or end the rest."""

from datetime import date, timedelta
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.pause import PauseCase
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.flows import case as flow
from signalering.domain.states import CaseState
from signalering.domain.views.cases.tasks import OpenTask
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.clocks import put_off
from signalering.services.cases.entries import add_case_entry, case_key
from signalering.services.cases.finding import case_of, change, kept_case
from signalering.services.cases.tasks import open_tasks
from signalering.services.work import Work


def pause(work: Work, command: PauseCase) -> None:
    """Silence the clocks until and with a day, at most 8 weeks ahead; without a day, go on now.

    What would fall due meanwhile falls due on the first working day after it. Raises NotFound,
    Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if case.state == CaseState.CLOSED:
        raise NotAllowedNow
    until = command.until
    if until is None:
        _go_on(work, case)
    else:
        _rest(work, case, until, command)
    record(
        work,
        AuditAction.CASE_PAUSED,
        case.id,
        reason=command.reason.value if until and command.reason else "ended",
        until=until.isoformat() if until else "",
    )


def silenced(work: Work, case_id: UUID) -> tuple[OpenTask, ...]:
    """What is planned inside the pause that runs, or in the weeks that one could last.

    In clear: kinds and days. Raises Denied, NotFound.
    """
    case, today = case_of(work, case_id), work.clock.today()
    rests = case.paused_until is not None and case.paused_until >= today
    longest = today + timedelta(weeks=work.periods.pause_weeks_at_most)
    until = case.paused_until if rests else longest
    return open_tasks(work, case_ids=[case_id], until=until, resting=True)


def _rest(work: Work, case: Case, until: date, command: PauseCase) -> None:
    flow.check_pause(until, work.clock.today(), work.periods.pause_weeks_at_most)
    if command.reason is None:
        raise InvalidInput("reason", "reason_needed")
    reason = command.reason.value
    due = put_off(work, case.deadline_on, until) if case.deadline_on else None
    change(work, case, paused_until=until, pause_reason=reason, deadline_on=due)
    payload = {"kind": "pause", "until": until.isoformat(), "reason": reason}
    add_case_entry(work, case, case_key(work, case), payload)


def _go_on(work: Work, case: Case) -> None:
    if case.paused_until is None:
        raise InvalidInput("paused_until", "required")
    change(work, case, paused_until=None, pause_reason=None)
    payload = {"kind": "pause", "until": None, "reason": None}
    add_case_entry(work, case, case_key(work, case), payload)
