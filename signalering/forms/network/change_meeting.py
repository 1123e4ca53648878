"""A planned meeting, and what becomes of it."""

from uuid import UUID

from signalering.domain.commands.network.change_meeting import ChangeMeeting
from signalering.forms.network.plan_meeting import PlanMeetingForm
from signalering.forms.version import VersionForm


class ChangeMeetingForm(PlanMeetingForm, VersionForm):
    """The same questions, about the row that was looked at."""

    def to_change(self, meeting_id: UUID) -> ChangeMeeting:
        """What the service takes."""
        return ChangeMeeting(meeting_id, self.seen(), self.facts(), tuple(self.no_name.data or ()))
