"""A passkey that was just made."""

from flask_babel import lazy_gettext as _
from wtforms import HiddenField

from signalering.domain.commands.accounts.passkey_add import AddPasskey
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class PasskeyAddForm(BaseForm):
    """A name; a script adds the rest."""

    name = line(
        _("Naam van de passkey"), 60, description=_("Bijvoorbeeld: werklaptop, of mijn telefoon.")
    )
    answer = HiddenField()
    prf = HiddenField()

    def to_command(self) -> AddPasskey:
        """What was made, and its name."""
        return AddPasskey(self.answer.data or "", self.prf.data or "", self.name.data or "")
