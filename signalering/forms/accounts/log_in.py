"""Who logs in."""

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from signalering.forms.base import BaseForm


class LogInForm(BaseForm):
    """Address and passphrase. `held` carries what was being typed when time ran out."""

    email = StringField(
        _("E-mailadres"), [InputRequired(), Length(max=254, message=_("Dit is te lang."))]
    )
    passphrase = PasswordField(
        _("Wachtzin"),
        [InputRequired(), Length(max=200, message=_("Dit is te lang."))],
        description=_("Van elk woord zijn de eerste vier letters genoeg."),
    )
    held = HiddenField()
    next = HiddenField()
