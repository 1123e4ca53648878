"""Which signals of the list go to whom."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import SelectField, SelectMultipleField
from wtforms.validators import InputRequired

from signalering.domain.commands.signals.assign import AssignSignals
from signalering.forms.base import BaseForm


class AssignForm(BaseForm):
    """The route fills the colleagues; the ticks stand in the list."""

    signals = SelectMultipleField(
        _("Signalen"), [InputRequired()], validate_choice=False, coerce=UUID
    )
    owner = SelectField(_("Geef de aangekruiste signalen aan"), [InputRequired()])

    def to_command(self) -> AssignSignals:
        """What the service takes."""
        return AssignSignals(tuple(self.signals.data or ()), UUID(self.owner.data))
