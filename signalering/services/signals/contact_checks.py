"""Whether contact details can be taken: a name, and one way at least to reach somebody."""

from signalering.domain.commands.signals.log import (
    LONGEST_ADDRESS,
    LONGEST_EMAIL,
    LONGEST_MOMENT,
    LONGEST_NAME,
    LONGEST_PHONE,
    GivenContact,
)
from signalering.domain.consent import CONTACT_TEXTS, SPOKEN_TEXTS
from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_line


def cleaned_contact(given: GivenContact) -> GivenContact:
    """The fields as they are kept. Raises InvalidInput with the one that can't be taken."""
    return GivenContact(
        name=clean_line(given.name, LONGEST_NAME, field="contact_name"),
        phone=clean_line(given.phone, LONGEST_PHONE, field="contact_phone"),
        email=clean_line(given.email, LONGEST_EMAIL, field="contact_email"),
        address=clean_line(given.address, LONGEST_ADDRESS, field="contact_address"),
        best_moment=clean_line(given.best_moment, LONGEST_MOMENT, field="contact_best_moment"),
        text_version=given.text_version,
    )


def checked_contact(given: GivenContact) -> GivenContact:
    """Cleaned details that somebody can be reached by. Raises InvalidInput with the field."""
    cleaned = cleaned_contact(given)
    if not cleaned.name:
        raise InvalidInput("contact_name", "required")
    if not (cleaned.phone or cleaned.email or cleaned.address):
        raise InvalidInput("contact_phone", "one_way_needed")
    if cleaned.email and "@" not in cleaned.email:
        raise InvalidInput("contact_email", "not_an_address")
    if cleaned.text_version not in CONTACT_TEXTS:
        raise InvalidInput("contact_answer", "unknown_code")
    return cleaned


def checked_spoken(given: GivenContact) -> GivenContact:
    """The same for who wrote them down: the text was one to be read out. Raises InvalidInput."""
    if given.text_version not in SPOKEN_TEXTS:
        raise InvalidInput("contact_answer", "unknown_code")
    return checked_contact(given)
