"""Give the present words, to get new ones."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, PasswordField
from wtforms.validators import InputRequired, Length

from signalering.forms.base import BaseForm


class PassphraseForm(BaseForm):
    """The present words, and whether somebody else may know them."""

    passphrase = PasswordField(
        _("Je wachtzin van nu"),
        [InputRequired(), Length(max=200, message=_("Dit is te lang."))],
        description=_("Van elk woord zijn de eerste vier letters genoeg."),
    )
    new_keys = BooleanField(_("Ik denk dat iemand anders mijn wachtzin kent"))
