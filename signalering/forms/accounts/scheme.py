"""Light or dark."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.forms.base import BaseForm

DEVICE = "device"


class SchemeForm(BaseForm):
    """One choice of three."""

    scheme = RadioField(
        _("Hoe zien de pagina's eruit?"),
        [InputRequired()],
        choices=[
            (DEVICE, _("Zoals het apparaat is ingesteld")),
            ("light", _("Altijd licht")),
            ("dark", _("Altijd donker")),
        ],
    )

    def chosen(self) -> str:
        """`light` or `dark`; empty for as the device is set."""
        return "" if self.scheme.data == DEVICE else str(self.scheme.data)
