"""A list of colleagues, and the yes to it. The route reads the file itself."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField

from signalering.domain.commands.accounts.invite_list import InviteList
from signalering.forms.base import BaseForm


class ListForm(BaseForm):
    """`file` holds the errors about it."""

    file = HiddenField(_("Bestand"))


class ConfirmForm(ListForm):
    """Yes to what was looked at, which the page carries along."""

    carried = HiddenField()
    without = BooleanField(_("Ik weet dat rijen met fouten niet meegaan"))

    def to_command(self) -> InviteList:
        """What the service takes."""
        return InviteList(str(self.carried.data or ""), bool(self.without.data))
