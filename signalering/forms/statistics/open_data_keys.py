"""A new key for open data: for which tool, and until when."""

from datetime import date

from flask_babel import lazy_gettext as _

from signalering.domain.commands.statistics.open_data_keys import MakeKey
from signalering.forms.base import BaseForm
from signalering.forms.fields import day, line


class KeyForm(BaseForm):
    """One key."""

    name = line(
        _("Voor welk programma?"),
        100,
        description=_("Zoals: dashboard van de gemeente. Zet hier geen naam van een persoon."),
    )
    until_on = day(
        _("Laatste dag"),
        description=_("Die dag werkt de sleutel nog. Hooguit een jaar, zoals 31-12-2026."),
    )

    def to_command(self) -> MakeKey:
        """What the service takes."""
        return MakeKey(self.name.data or "", self.until_on.data or date.min)
