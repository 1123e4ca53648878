"""Contact details that come after the signal."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField
from wtforms.validators import InputRequired

from signalering.domain.commands.signals.log import (
    LONGEST_ADDRESS,
    LONGEST_EMAIL,
    LONGEST_MOMENT,
    LONGEST_NAME,
    LONGEST_PHONE,
    GivenContact,
)
from signalering.domain.consent import CONTACT_TEXT_NOW
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class AddDetailsForm(BaseForm):
    """What the resident gave with a yes, and which text was read out."""

    text_version = HiddenField(default=CONTACT_TEXT_NOW)
    agreed = BooleanField(
        _("Ik las de tekst voor en de inwoner zei ja"), [InputRequired()], default=False
    )
    contact_name = line(_("Naam"), LONGEST_NAME, required=False)
    contact_phone = line(_("Telefoonnummer"), LONGEST_PHONE, required=False)
    contact_email = line(_("E-mailadres"), LONGEST_EMAIL, required=False)
    contact_address = line(_("Adres"), LONGEST_ADDRESS, required=False)
    contact_best_moment = line(_("Wanneer is contact prettig?"), LONGEST_MOMENT, required=False)

    def to_command(self) -> GivenContact:
        """What the service takes."""
        return GivenContact(
            name=self.contact_name.data or "",
            phone=self.contact_phone.data or "",
            email=self.contact_email.data or "",
            address=self.contact_address.data or "",
            best_moment=self.contact_best_moment.data or "",
            text_version=self.text_version.data or CONTACT_TEXT_NOW,
        )
