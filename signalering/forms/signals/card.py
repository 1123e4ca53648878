"""The code of a card that is to be printed."""

from flask_babel import lazy_gettext as _

from signalering.domain.card_codes import LONGEST_TYPED
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class CardForm(BaseForm):
    """The code alone, out of the form that it was made for."""

    card_code = line(_("Code op de kaart"), LONGEST_TYPED)
