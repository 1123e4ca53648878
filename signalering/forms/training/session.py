"""Who was at a training."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import SelectMultipleField
from wtforms.validators import Optional

from signalering.domain.commands.training.session import HoldSession
from signalering.forms.base import BaseForm


class SessionForm(BaseForm):
    """A tick for each who was there."""

    present = SelectMultipleField(_("Wie waren er?"), [Optional()])

    def to_command(self, session_id: UUID) -> HoldSession:
        """What the service takes."""
        return HoldSession(session_id, tuple(UUID(one) for one in self.present.data or ()))
