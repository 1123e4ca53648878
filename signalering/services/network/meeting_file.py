"""A meeting for one's own calendar."""

from uuid import UUID

from signalering.domain.access import require
from signalering.domain.meetings import MeetingState
from signalering.domain.permissions import Permission
from signalering.domain.views.network.meeting_file import MeetingEvent
from signalering.models.network.meeting import Meeting
from signalering.services.network._meetings import meeting_row
from signalering.services.network.write import own_name
from signalering.services.work import Work


def meeting_file(work: Work, meeting_id: UUID) -> MeetingEvent:
    """For a colleague. Raises Denied, NotFound."""
    require(Permission.MEETINGS, work.by(), None, work.clock.today())
    return event_of(work, meeting_row(work, meeting_id))


def event_of(work: Work, row: Meeting) -> MeetingEvent:
    """The same for everybody: it says nothing of who comes."""
    return MeetingEvent(
        uid=f"meeting-{row.id}@{own_name(work.settings)}",
        sequence=row.sequence,
        made_on=work.clock.today(),
        changed_on=row.changed_on,
        title=row.title,
        day=row.day,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=f"{row.place}, {row.address}" if row.address else row.place,
        description=row.agenda,
        cancelled=row.state == MeetingState.CANCELLED,
    )
