"""A search by name."""

from flask_babel import lazy_gettext as _

from signalering.domain.commands.cases.find import FindCases
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class FindForm(BaseForm):
    """One line: the name as it was heard."""

    name = line(_("Naam van de inwoner"), limit=200)

    def to_command(self) -> FindCases:
        """What the service takes."""
        return FindCases(self.name.data or "")
