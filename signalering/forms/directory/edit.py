"""An offer that is known."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from signalering.domain.commands.directory.edit import EditOffer
from signalering.forms.directory._facts import OfferForm
from signalering.forms.version import VersionForm


class EditForm(OfferForm, VersionForm):
    """All of it, and whether it was asked after."""

    assured = BooleanField(_("Ik heb dit vandaag nagevraagd: alles klopt"))

    def to_command(self, initiative_id: UUID) -> EditOffer:
        """What the service takes."""
        return EditOffer(initiative_id, self.seen(), self.facts(), bool(self.assured.data))
