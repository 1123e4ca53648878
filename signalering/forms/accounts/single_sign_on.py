"""The passphrase after a single sign-on."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from signalering.forms.accounts.second_factor import WayOn


class ConfirmForm(WayOn):
    """The passphrase of the account that the organisation's service leads to."""

    passphrase = PasswordField(
        _("Wachtzin"),
        [InputRequired(), Length(max=200, message=_("Dit is te lang."))],
        description=_("Van elk woord zijn de eerste vier letters genoeg."),
    )
