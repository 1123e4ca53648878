"""Why a closed case is taken up again."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.forms.version import VersionForm


class ReopenForm(VersionForm):
    """One reason."""

    reason = RadioField(_("Waarom heropen je dit dossier?"), [InputRequired()], id="reopen-reason")

    def to_command(self, case_id: UUID) -> ReopenCase:
        """What the service takes."""
        return ReopenCase(case_id, self.seen(), self.reason.data)
