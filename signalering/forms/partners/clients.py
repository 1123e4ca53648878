"""A partner's program: what it is called, what it may, and until when."""

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import SelectMultipleField
from wtforms.validators import InputRequired

from signalering.domain.commands.partners.clients import MakeClient
from signalering.forms.base import BaseForm
from signalering.forms.fields import day, line


class ClientForm(BaseForm):
    """One client."""

    name = line(
        _("Voor welk programma?"),
        100,
        description=_("Zoals: dossiersysteem van de praktijk. Zet hier geen naam van een persoon."),
    )
    scopes = SelectMultipleField(
        _("Wat mag het programma?"),
        [InputRequired()],
        description=_("Kies alleen wat nodig is."),
    )
    until_on = day(
        _("Laatste dag"),
        description=_("Die dag werkt de toegang nog. Hooguit een jaar, zoals 31-12-2026."),
    )

    def to_command(self, partner_id: UUID) -> MakeClient:
        """What the service takes."""
        return MakeClient(
            partner_id,
            self.name.data or "",
            tuple(self.scopes.data or ()),
            self.until_on.data or date.min,
        )
