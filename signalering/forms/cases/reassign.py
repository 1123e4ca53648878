"""To whom a case goes, and what that colleague has to know."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.reassign import ReassignCase
from signalering.forms.fields import text
from signalering.forms.version import VersionForm


class ReassignForm(VersionForm):
    """The route fills the colleagues."""

    owner = SelectField(_("Aan wie geef je dit dossier?"), [InputRequired()])
    note = text(
        _("Wat moet je collega weten?"),
        id="handover-note",
        description=_("Dit komt in de tijdlijn. Alleen coördinatoren lezen het."),
    )

    def to_command(self, case_id: UUID) -> ReassignCase:
        """What the service takes."""
        return ReassignCase(case_id, self.seen(), UUID(self.owner.data), self.note.data or "")
