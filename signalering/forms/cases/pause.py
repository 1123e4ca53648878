"""How long a case rests, and why."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.pause import PauseCase
from signalering.domain.states import PauseReason
from signalering.forms.fields import day
from signalering.forms.version import VersionForm


class PauseForm(VersionForm):
    """A day and a reason."""

    # The route says how far ahead.
    paused_until = day(_("Tot en met welke dag?"))
    reason = RadioField(_("Waarom?"), [InputRequired()])

    def to_command(self, case_id: UUID) -> PauseCase:
        """What the service takes."""
        return PauseCase(
            case_id, self.seen(), self.paused_until.data, PauseReason(self.reason.data)
        )

    def to_end(self, case_id: UUID) -> PauseCase:
        """The same, to end a pause that runs."""
        return PauseCase(case_id, self.seen(), None, None)
