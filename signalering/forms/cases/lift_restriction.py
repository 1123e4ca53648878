"""A case that lay still goes on."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from signalering.domain.commands.cases.lift_restriction import LiftRestriction
from signalering.forms.fields import text
from signalering.forms.version import VersionForm


class LiftRestrictionForm(VersionForm):
    """The resident was told first."""

    told = BooleanField(
        _("Ik heb de inwoner verteld dat het dossier weer verder gaat"), default=False
    )
    text = text(_("Wat sprak je af?"), required=False)

    def to_command(self, case_id: UUID) -> LiftRestriction:
        """What the service takes."""
        return LiftRestriction(case_id, self.seen(), bool(self.told.data), self.text.data or "")
