"""Keep the notes of a meeting. They are about nobody: the guard reads them first."""

from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.network.meeting_notes import WriteNotes
from signalering.domain.lifecycles import MailKind
from signalering.domain.meetings import LONGEST_NOTES
from signalering.domain.text import clean_text
from signalering.domain.views.network.meetings import MeetingView
from signalering.models.network.meeting import MeetingPartner
from signalering.services.audit.record import record
from signalering.services.network._meetings import begun, change, require_planner, tell, view_of
from signalering.services.signals.note import check_text
from signalering.services.work import Work

FIELD = "text"


def to_note(work: Work, meeting_id: UUID) -> MeetingView:
    """With what is kept now. Raises Denied, NotFound, NotAllowedNow before its day."""
    require_planner(work)
    return view_of(work, begun(work, meeting_id))


def meeting_notes(work: Work, command: WriteNotes) -> None:
    """Keep them in place of what the page showed; an empty text takes them away.

    With `tell` everybody who was invited gets a mail. Raises Denied, NotFound, NotAllowedNow,
    InvalidInput (NoteIdentifies), Conflict when somebody was first.
    """
    require_planner(work)
    row = begun(work, command.meeting_id)
    text = clean_text(command.text, LONGEST_NOTES, field=FIELD)
    text = check_text(work, text, FIELD, command.no_names)
    change(work, row.id, command.version, {"notes": text or None})
    mails = 0
    if command.tell and text:
        rows = work.data.scalars(
            select(MeetingPartner).where(MeetingPartner.meeting_id == command.meeting_id)
        ).all()
        mails = tell(work, MailKind.MEETING_NOTES, rows)
    record(work, AuditAction.MEETING_NOTED, command.meeting_id, mails=mails)
