"""Why the key of a group is changed."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.forms.base import BaseForm

LEFT = "left"
KNOWN = "known"


class RotateForm(BaseForm):
    """One answer; with the second every record gets a key of its own anew."""

    reason = RadioField(
        _("Waarom wissel je de sleutel?"),
        choices=(
            (LEFT, _("Iemand is weg of mag hem niet meer gebruiken")),
            (KNOWN, _("Iemand anders kent de sleutel misschien")),
        ),
        validators=[InputRequired(_("Kies een antwoord."))],
    )
