"""A number that somebody has on paper, or hears."""

from flask_babel import lazy_gettext as _

from signalering.domain.commands.signals.find import FindByReference
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class FindForm(BaseForm):
    """One line."""

    reference = line(
        _("Nummer van een signaal of dossier"),
        limit=40,
        description=_("Zoals 7KMD-R3XW. Hoofdletters en het streepje hoeven niet."),
    )

    def to_command(self) -> FindByReference:
        """What the service takes."""
        return FindByReference(self.reference.data or "")
