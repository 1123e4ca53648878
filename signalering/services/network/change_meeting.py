"""Change a meeting that is planned."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.network.change_meeting import ChangeMeeting
from signalering.domain.lifecycles import MailKind
from signalering.domain.meetings import IN_CALENDARS
from signalering.domain.views.network.meetings import MeetingView
from signalering.services.audit.record import record
from signalering.services.network._meetings import (
    change,
    require_planner,
    signed_up,
    since,
    tell,
    to_come,
    view_of,
)
from signalering.services.network.plan_meeting import checked_values
from signalering.services.work import Work


def to_change(work: Work, meeting_id: UUID) -> MeetingView:
    """As it stands, for a form about it. Raises Denied, NotFound, NotAllowedNow once it is over."""
    require_planner(work)
    return view_of(work, to_come(work, meeting_id))


def change_meeting(work: Work, command: ChangeMeeting) -> None:
    """Whoever signed up is mailed when it is at another time or place.

    Raises Denied, NotFound, NotAllowedNow once it is over or called off, Conflict, InvalidInput
    (also InvalidLines, NoteIdentifies, and on `capacity` for fewer seats than are taken).
    """
    require_planner(work)
    row = to_come(work, command.meeting_id)
    values = checked_values(work, command.facts, command.no_names, row.sign_up_until)
    moved = any(getattr(row, name) != values[name] for name in IN_CALENDARS)
    if moved or values["title"] != row.title or values["agenda"] != row.agenda:
        values |= since(work.clock.today(), row)
    change(work, row.id, command.version, values)
    mails = tell(work, MailKind.MEETING_CHANGED, signed_up(work, row.id)) if moved else 0
    record(work, AuditAction.MEETING_CHANGED, row.id, mails=mails)
