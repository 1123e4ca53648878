"""Who offers something."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.offer_facts import (
    LONGEST_NAME,
    LONGEST_PHONE,
    LONGEST_URL,
)
from signalering.domain.offers import LONGEST_ADDRESS, LONGEST_NOTE
from signalering.forms.fields import line, text
from signalering.forms.version import VersionForm


class OrganisationForm(VersionForm):
    """Public facts alone."""

    name = line(_("Naam van de organisatie"), LONGEST_NAME)
    description = text(_("Wat doet deze organisatie?"), LONGEST_NOTE, required=False)
    phone = line(_("Telefoonnummer"), LONGEST_PHONE, required=False)
    email = line(
        _("E-mailadres voor iedereen"),
        LONGEST_ADDRESS,
        required=False,
        description=_("Dit adres staat op de openbare pagina."),
    )
    url = line(_("Website"), LONGEST_URL, required=False, description=_("Begin met https://."))

    def to_command(self, organisation_id: UUID | None) -> SaveOrganisation:
        """What the service takes."""
        return SaveOrganisation(
            name=self.name.data or "",
            description=self.description.data or "",
            phone=self.phone.data or "",
            email=self.email.data or "",
            url=self.url.data or "",
            organisation_id=organisation_id,
            version=self.seen(),
        )
