"""How many contact cards to print, and how."""

from flask_babel import lazy_gettext as _
from wtforms import IntegerField, RadioField
from wtforms.validators import InputRequired

from signalering.forms.base import BaseForm

# Eight to cut out of a sheet, or one to a sheet in large letters.
CUT_OUTS, WHOLE = "cut_outs", "whole"


class PrintCardsForm(BaseForm):
    """A batch that workers carry."""

    count = IntegerField(_("Hoeveel kaarten?"), [InputRequired()], default=8)
    layout = RadioField(
        _("Hoe wil je ze printen?"),
        [InputRequired()],
        default=CUT_OUTS,
        choices=[
            (CUT_OUTS, _("acht op een vel, om uit te knippen")),
            (WHOLE, _("een op een vel, met grote letters")),
        ],
    )
