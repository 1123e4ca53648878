"""The code of a contact card."""

from flask_babel import lazy_gettext as _

from signalering.domain.card_codes import LONGEST_TYPED
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class CardForm(BaseForm):
    """What stands on the paper."""

    code = line(
        _("Code op uw kaart"),
        LONGEST_TYPED,
        description=_("12 letters en cijfers. Streepjes en hoofdletters maken niet uit."),
    )
