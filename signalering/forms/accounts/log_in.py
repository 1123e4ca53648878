"""Who logs in."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from signalering.forms.accounts.second_factor import WayOn


class LogInForm(WayOn):
    """Address and passphrase."""

    email = StringField(
        _("E-mailadres"), [InputRequired(), Length(max=254, message=_("Dit is te lang."))]
    )
    passphrase = PasswordField(
        _("Wachtzin"),
        [InputRequired(), Length(max=200, message=_("Dit is te lang."))],
        description=_("Van elk woord zijn de eerste vier letters genoeg."),
    )
