"""A meeting called off."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.network.cancel_meeting import CancelMeeting
from signalering.forms.fields import typed_over
from signalering.forms.version import VersionForm


class CancelMeetingForm(VersionForm):
    """The word typed over: mails go out, and it can't be undone."""

    confirmation = typed_over(_("afzeggen"))

    def to_command(self, meeting_id: UUID) -> CancelMeeting:
        """What the service takes."""
        return CancelMeeting(meeting_id, self.seen())
