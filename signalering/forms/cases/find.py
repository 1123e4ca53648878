"""A search for somebody's case."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectField
from wtforms.validators import Optional

from signalering.domain.commands.cases.find import FindCases
from signalering.domain.finding import LONGEST, SearchKind
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class FindForm(BaseForm):
    """One line for whatever was heard; `kind` comes from a button beside what was found."""

    text = line(
        _("Naam, telefoonnummer, straat of postcode, e-mailadres of dossiernummer"), limit=LONGEST
    )
    closed = BooleanField(_("Zoek ook in afgesloten dossiers"))
    kind = SelectField(
        _("Zoeken op"), [Optional()], choices=[("", ""), *((one.value, "") for one in SearchKind)]
    )

    def to_command(self) -> FindCases:
        """What the service takes."""
        kind = SearchKind(self.kind.data) if self.kind.data else None
        return FindCases(self.text.data or "", kind, bool(self.closed.data))
