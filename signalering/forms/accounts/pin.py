"""A PIN, typed twice."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from signalering.forms.base import BaseForm

TOO_LONG = _("Dit is te lang.")


class PinForm(BaseForm):
    """Six digits for this session alone."""

    pin = PasswordField(
        _("Pincode"),
        [InputRequired(), Length(max=20, message=TOO_LONG)],
        description=_("Zes cijfers. Kies geen reeks of herhaling, zoals 123456 of 121212."),
    )
    pin_again = PasswordField(
        _("Nog een keer"), [InputRequired(), Length(max=20, message=TOO_LONG)]
    )
