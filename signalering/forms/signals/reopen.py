"""Why a finished signal is taken up again."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.signals.reopen import ReopenSignal
from signalering.forms.base import BaseForm


class ReopenForm(BaseForm):
    """One reason."""

    reason = RadioField(_("Waarom heropen je dit signaal?"), [InputRequired()])

    def to_command(self, signal_id: UUID) -> ReopenSignal:
        """What the service takes."""
        return ReopenSignal(signal_id, self.reason.data)
