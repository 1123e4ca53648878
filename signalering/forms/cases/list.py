"""Which part of the cases is shown; codes alone, so it may stand in the address."""

from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.validators import Optional

from signalering.domain.commands.cases.list import Narrowing
from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.quiet import Quiet
from signalering.forms.base import BaseForm

ANY = ("", _("alles"))
DUE = {
    CaseDeadline.FIRST_ATTEMPT: _("eerste contactpoging"),
    CaseDeadline.NEXT_ATTEMPT: _("volgende contactpoging"),
    CaseDeadline.FOLLOW_UP: _("vragen hoe het gaat"),
    CaseDeadline.MEASURE: _("meting"),
    CaseDeadline.FEEDBACK: _("terugkoppeling"),
    CaseDeadline.TASK: _("besluiten hoe verder"),
}
QUIET = {
    Quiet.TWO_WEEKS: _("twee weken of langer"),
    Quiet.ONE_MONTH: _("een maand of langer"),
    Quiet.THREE_MONTHS: _("drie maanden of langer"),
}


class NarrowForm(BaseForm):
    """Four codes, each may stay open; the route fills the choices of states and areas."""

    state = SelectField(_("Stand"), [Optional()])
    due = SelectField(
        _("Wat moet er"), [Optional()], choices=[ANY, *((c.value, t) for c, t in DUE.items())]
    )
    quiet = SelectField(
        _("Niets opgeschreven"),
        [Optional()],
        choices=[ANY, *((c.value, t) for c, t in QUIET.items())],
    )
    area = SelectField(_("Verwezen naar"), [Optional()])

    def to_command(self) -> Narrowing:
        """What the service takes; a foreign code narrows nothing."""
        chosen = {field.name: str(field.data or "") for field in self if field.validate(self)}
        return Narrowing(**chosen)
