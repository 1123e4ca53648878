"""What puts an earlier entry right."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import HiddenField

from signalering.domain.commands.cases.note import WriteNote
from signalering.forms.fields import text
from signalering.forms.version import VersionForm, number_of


class CorrectForm(VersionForm):
    """One text about one entry."""

    text = text(_("Hoe moet het zijn?"), description=_("Wat er stond, blijft erbij staan."))
    corrects = HiddenField()

    def to_command(self, case_id: UUID) -> WriteNote:
        """What the service takes; a number that no entry has when somebody meddled with it."""
        return WriteNote(case_id, self.seen(), self.text.data or "", number_of(self.corrects.data))
