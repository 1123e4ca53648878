"""A case that is to be erased."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.cases.erase import EraseCase
from signalering.forms.fields import line
from signalering.forms.version import VersionForm


class EraseForm(VersionForm):
    """The reference typed over: it can't be undone."""

    reference = line(_("Typ het kenmerk van het dossier over"), 40)

    def to_command(self, case_id: UUID) -> EraseCase:
        """What the service takes."""
        return EraseCase(case_id, self.seen(), self.reference.data or "")
