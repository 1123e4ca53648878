"""Which part of the inbox is shown; codes alone, so it may stand in the address."""

from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.validators import Optional

from signalering.domain.commands.signals.inbox import Narrowing
from signalering.forms.base import BaseForm


class NarrowForm(BaseForm):
    """Four codes, each may stay open; the route fills the choices."""

    area = SelectField(_("Gebied"), [Optional()])
    age_band = SelectField(_("Leeftijd"), [Optional()])
    reporter_group = SelectField(_("Melder"), [Optional()])
    request = SelectField(_("Vraag"), [Optional()])

    def to_command(self) -> Narrowing:
        """What the service takes; a foreign code narrows nothing."""
        chosen = {field.name: str(field.data or "") for field in self if field.validate(self)}
        return Narrowing(**chosen)
