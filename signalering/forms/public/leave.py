"""What a resident leaves with a card."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField

from signalering.domain.commands.public.leave import LeaveDetails
from signalering.domain.commands.signals.log import (
    LONGEST_ADDRESS,
    LONGEST_EMAIL,
    LONGEST_MOMENT,
    LONGEST_NAME,
    LONGEST_PHONE,
    GivenContact,
)
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class LeaveForm(BaseForm):
    """A name, one way at least, and a yes. The code comes along from page to page."""

    code = HiddenField()
    contact_name = line(_("Uw naam"), LONGEST_NAME, required=False)
    contact_phone = line(_("Uw telefoonnummer"), LONGEST_PHONE, required=False)
    contact_email = line(_("Uw e-mailadres"), LONGEST_EMAIL, required=False)
    contact_address = line(_("Uw adres"), LONGEST_ADDRESS, required=False)
    contact_best_moment = line(
        _("Wanneer komt het u uit?"),
        LONGEST_MOMENT,
        required=False,
        description=_("Bijvoorbeeld: in de ochtend, niet op dinsdag."),
    )
    # Which text stands on the page: it is the one that was agreed to.
    text_version = HiddenField()
    agreed = BooleanField(_("Ja, dit vind ik goed"))

    def to_command(self, language: str) -> LeaveDetails:
        """What the service takes; `language` is the one the text was read in."""
        return LeaveDetails(
            code=self.code.data or "",
            contact=GivenContact(
                name=self.contact_name.data or "",
                phone=self.contact_phone.data or "",
                email=self.contact_email.data or "",
                address=self.contact_address.data or "",
                best_moment=self.contact_best_moment.data or "",
            ),
            agreed=bool(self.agreed.data),
            text_version=self.text_version.data or "",
            language=language,
        )
