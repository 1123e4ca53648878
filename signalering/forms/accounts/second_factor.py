"""The second step of a log-in."""

from flask_babel import lazy_gettext as _
from wtforms import HiddenField

from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class WayOn(BaseForm):
    """Where to go on after a log-in. `held` carries what was being typed when time ran out."""

    held = HiddenField()
    next = HiddenField()


class SecondFactorForm(WayOn):
    """A code from the phone."""

    code = line(
        _("Code van zes cijfers"),
        20,
        description=_(
            "Je vindt de code in de app op je telefoon. Elke halve minuut is er een nieuwe."
        ),
    )
