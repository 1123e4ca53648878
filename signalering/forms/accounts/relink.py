"""Older signals given back to a reporter, after a call."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import HiddenField

from signalering.domain.commands.accounts.relink import RelinkReporter
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class RelinkForm(BaseForm):
    """What the page showed of the fingerprint, and the four digits heard by phone."""

    shown = HiddenField()
    heard = line(_("De laatste vier cijfers die de melder voorleest"), 10)

    def to_command(self, account_id: UUID) -> RelinkReporter:
        """What the service takes."""
        return RelinkReporter(account_id, str(self.shown.data or ""), str(self.heard.data or ""))
