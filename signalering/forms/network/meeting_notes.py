"""The notes of a meeting."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from signalering.domain.commands.network.meeting_notes import WriteNotes
from signalering.domain.meetings import LONGEST_NOTES
from signalering.forms.fields import text
from signalering.forms.signals._guarded import GuardedForm
from signalering.forms.version import VersionForm


class MeetingNotesForm(VersionForm, GuardedForm):
    """One text, guarded like the note of a signal; empty takes the notes away."""

    guarded = "text"
    text = text(
        _("Verslag"),
        LONGEST_NOTES,
        required=False,
        description=_(
            "Partners en collega's lezen dit. Schrijf over het netwerk, niet over inwoners. "
            "Noem mensen met hun functie en organisatie, niet met hun naam."
        ),
    )
    tell = BooleanField(_("Stuur de partners een mail dat het verslag er is"))

    def to_command(self, meeting_id: UUID) -> WriteNotes:
        """What the service takes."""
        return WriteNotes(
            meeting_id,
            self.seen(),
            self.text.data or "",
            tuple(self.no_name.data or ()),
            bool(self.tell.data),
        )
