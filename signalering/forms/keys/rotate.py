"""Why the key of a group is changed."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.texts import text_of
from signalering.forms.base import BaseForm
from signalering.forms.fields import is_typed, line

LEFT = "left"
KNOWN = "known"
WORD = _("wisselen")


class RotateForm(BaseForm):
    """One answer; the second makes every record's key anew, and asks for a word typed over."""

    reason = RadioField(
        _("Waarom wissel je de sleutel?"),
        choices=(
            (LEFT, _("Iemand is weg of mag hem niet meer gebruiken")),
            (KNOWN, _("Iemand anders kent de sleutel misschien")),
        ),
        validators=[InputRequired(_("Kies een antwoord."))],
    )
    confirmation = line(_("Typ het woord %(word)s", word=WORD), 40, required=False)

    def validate(self, extra_validators: Any = None) -> bool:
        """Nothing stops the long way, so it is not begun by a slip of the hand."""
        valid = super().validate(extra_validators)
        if self.reason.data == KNOWN and not is_typed(self.confirmation, WORD):
            wanted = gettext(text_of("type_the_word"), word=WORD)
            self.confirmation.errors = [*self.confirmation.errors, wanted]
            return False
        return valid
