"""Who was at a training."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import SelectMultipleField
from wtforms.validators import Optional

from signalering.domain.commands.training.session import HoldSession
from signalering.forms.base import BaseForm
from signalering.forms.fields import text


class SessionForm(BaseForm):
    """A tick for each who was there."""

    present = SelectMultipleField(_("Wie waren er?"), [Optional()])
    came_too = SelectMultipleField(_("Wie kwamen er zonder aanmelding?"), [Optional()])
    others = text(
        _("Kwam er nog iemand?"),
        10_000,
        required=False,
        description=_("Het e-mailadres van hun account, één op een regel."),
    )

    def to_command(self, session_id: UUID) -> HoldSession:
        """What the service takes."""
        ticked = (*(self.present.data or ()), *(self.came_too.data or ()))
        present = tuple(UUID(one) for one in ticked)
        return HoldSession(session_id, present, self.others.data or "")
