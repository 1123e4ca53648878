"""Somebody to turn to at an organisation."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.partners.contact import SaveContact
from signalering.domain.partner_facts import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_PHONE,
    ContactPerson,
)
from signalering.forms.fields import line
from signalering.forms.version import VersionForm


class ContactForm(VersionForm):
    """How colleagues reach this person at work."""

    name = line(_("Naam"), LONGEST_NAME)
    function = line(_("Functie"), LONGEST_NAME)
    email = line(_("E-mailadres van het werk"), LONGEST_ADDRESS)
    phone = line(_("Telefoonnummer"), LONGEST_PHONE, required=False)

    def to_command(self, partner_id: UUID, number: int) -> SaveContact:
        """What the service takes."""
        person = ContactPerson(
            self.name.data or "",
            self.function.data or "",
            self.email.data or "",
            self.phone.data or "",
        )
        return SaveContact(partner_id, number, person, self.seen())
