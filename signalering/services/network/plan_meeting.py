"""Plan a meeting of the network. Nobody hears of it before the partners are invited."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.network.plan_meeting import MeetingFacts, PlanMeeting
from signalering.domain.meetings import meeting_values
from signalering.models.network.meeting import Meeting
from signalering.services.audit.record import record
from signalering.services.network._meetings import require_planner
from signalering.services.signals.note import check_text
from signalering.services.work import Work


def plan_meeting(work: Work, command: PlanMeeting) -> UUID:
    """Plan one. Raises Denied, InvalidInput (also InvalidLines, NoteIdentifies)."""
    require_planner(work)
    values = checked_values(work, command.facts, command.no_names)
    row = Meeting(id=uuid4(), changed_on=work.clock.today(), **values)
    work.data.add(row)
    work.data.flush()
    record(work, AuditAction.MEETING_PLANNED, row.id)
    return row.id


def checked_values(
    work: Work, facts: MeetingFacts, no_names: Collection[str], sign_up: date | None = None
) -> dict[str, Any]:
    """Columns by name. Partners read the agenda: the guard reads it first.

    `sign_up` is the last day for answers as it stands: it may be over by now. Raises InvalidLines,
    NoteIdentifies.
    """
    values = meeting_values(facts, work.clock.today(), sign_up)
    check_text(work, values["agenda"], "agenda", no_names)
    return values
