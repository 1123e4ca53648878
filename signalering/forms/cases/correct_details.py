"""Contact details as they should have been."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.cases.correct_details import CorrectDetails
from signalering.domain.commands.signals.log import (
    LONGEST_ADDRESS,
    LONGEST_EMAIL,
    LONGEST_MOMENT,
    LONGEST_NAME,
    LONGEST_PHONE,
    GivenContact,
)
from signalering.forms.fields import line
from signalering.forms.version import VersionForm


class CorrectDetailsForm(VersionForm):
    """All of them; what is left empty is gone."""

    contact_name = line(_("Naam"), LONGEST_NAME, required=False)
    contact_phone = line(_("Telefoonnummer"), LONGEST_PHONE, required=False)
    contact_email = line(_("E-mailadres"), LONGEST_EMAIL, required=False)
    contact_address = line(_("Adres"), LONGEST_ADDRESS, required=False)
    contact_best_moment = line(_("Wanneer is contact prettig?"), LONGEST_MOMENT, required=False)

    def to_command(self, case_id: UUID) -> CorrectDetails:
        """What the service takes."""
        return CorrectDetails(
            case_id,
            self.seen(),
            GivenContact(
                name=self.contact_name.data or "",
                phone=self.contact_phone.data or "",
                email=self.contact_email.data or "",
                address=self.contact_address.data or "",
                best_moment=self.contact_best_moment.data or "",
                text_version="",
            ),
        )
