"""What a coordinator writes in a case."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import HiddenField

from signalering.domain.commands.cases.note import WriteNote
from signalering.forms.fields import text
from signalering.forms.version import VersionForm, number_of


class NoteForm(VersionForm):
    """One text; `corrects` names the entry that it puts right."""

    text = text(_("Notitie"), id="note-text", description=_("Alleen coördinatoren lezen dit."))
    corrects = HiddenField()

    def to_command(self, case_id: UUID) -> WriteNote:
        """What the service takes."""
        corrects = number_of(self.corrects.data) if self.corrects.data else None
        return WriteNote(case_id, self.seen(), self.text.data or "", corrects)
