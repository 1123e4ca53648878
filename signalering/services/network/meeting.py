"""One meeting, for every colleague."""

from uuid import UUID

from signalering.domain.access import require
from signalering.domain.permissions import Permission
from signalering.domain.views.network.meetings import MeetingView
from signalering.services.network._meetings import meeting_row, view_of
from signalering.services.work import Work


def meeting(work: Work, meeting_id: UUID) -> MeetingView:
    """With the answer of one's own organisation. Raises Denied, NotFound."""
    require(Permission.MEETINGS, work.by(), None, work.clock.today())
    return view_of(work, meeting_row(work, meeting_id), work.by().partner_id)
