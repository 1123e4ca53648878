"""Setting up the codes for the log-in."""

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, PasswordField
from wtforms.validators import InputRequired, Length

from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class TotpForm(BaseForm):
    """A code as proof that the app has the secret, and the passphrase, under which it is sealed."""

    secret = HiddenField()
    code = line(_("Code van zes cijfers"), 20, description=_("De code die de app nu laat zien."))
    passphrase = PasswordField(
        _("Wachtzin"),
        [InputRequired(), Length(max=200, message=_("Dit is te lang."))],
        description=_("Hiermee wordt de koppeling met je telefoon verzegeld."),
    )
