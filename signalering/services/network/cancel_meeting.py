"""Call a meeting off. It stays on the list, and in calendars as called off."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.network.cancel_meeting import CancelMeeting
from signalering.domain.lifecycles import MailKind
from signalering.domain.meetings import MeetingState
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
from signalering.services.work import Work


def to_cancel(work: Work, meeting_id: UUID) -> MeetingView:
    """What will be called off. Raises Denied, NotFound, NotAllowedNow."""
    require_planner(work)
    return view_of(work, to_come(work, meeting_id))


def cancel_meeting(work: Work, command: CancelMeeting) -> None:
    """Whoever signed up gets a mail; an invitation that still waits goes no more.

    Raises Denied, NotFound, NotAllowedNow once it is over or called off, Conflict.
    """
    require_planner(work)
    row = to_come(work, command.meeting_id)
    values = {"state": MeetingState.CANCELLED.value} | since(work.clock.today(), row)
    change(work, row.id, command.version, values)
    mails = tell(work, MailKind.MEETING_CANCELLED, signed_up(work, row.id))
    record(work, AuditAction.MEETING_CANCELLED, row.id, mails=mails)
