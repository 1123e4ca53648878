"""The key given to a colleague, after a call."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import HiddenField

from signalering.domain.commands.keys.grant import GiveKey
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class GrantForm(BaseForm):
    """What the page showed of the fingerprint, and the four digits heard by phone."""

    shown = HiddenField()
    heard = line(_("De laatste vier cijfers die je collega voorleest"), 10)

    def to_command(self, account_id: UUID) -> GiveKey:
        """What the service takes."""
        return GiveKey(account_id, str(self.shown.data or ""), str(self.heard.data or ""))
