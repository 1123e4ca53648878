"""What opens a locked session again."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField
from wtforms.validators import Length

from signalering.forms.accounts.second_factor import WayOn

TOO_LONG = _("Dit is te lang.")


class UnlockForm(WayOn):
    """One of the two; which are offered depends on the session."""

    pin = PasswordField(_("Pincode"), [Length(max=20, message=TOO_LONG)])
    passphrase = PasswordField(
        _("Wachtzin"),
        [Length(max=200, message=TOO_LONG)],
        description=_("Van elk woord zijn de eerste vier letters genoeg."),
    )
