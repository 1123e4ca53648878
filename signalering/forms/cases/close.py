"""How a case ends."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.states import CaseOutcome
from signalering.forms.cases._version import VersionForm


class CloseForm(VersionForm):
    """One outcome."""

    outcome = RadioField(_("Hoe loopt het dossier af?"), [InputRequired()])

    def to_command(self, case_id: UUID) -> CloseCase:
        """What the service takes."""
        return CloseCase(case_id, self.seen(), CaseOutcome(self.outcome.data))
