"""What may be written down about a partner organisation."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from signalering.domain.errors import InvalidInput
from signalering.domain.offer_facts import LONGEST_PHONE, mail_address_of, phone_of
from signalering.domain.offers import LONGEST_ADDRESS
from signalering.domain.text import clean_line
from signalering.domain.vocabularies import vocabulary

__all__ = [
    "FIRST_DAY",
    "LONGEST_ADDRESS",
    "LONGEST_NAME",
    "LONGEST_PHONE",
    "LONGEST_VERSION",
    "MOST_CONTACTS",
    "ContactPerson",
    "agreement_values",
    "checked_contact",
    "mailbox_of",
    "partner_values",
]

LONGEST_NAME = 200
LONGEST_VERSION = 16
MOST_CONTACTS = 20
# Nothing was agreed before the coalition was thought of; an older day is a slip of the pen.
FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True)
class ContactPerson:
    """Somebody at the organisation, with an own address at work."""

    name: str
    function: str
    email: str
    phone: str = ""


def partner_values(name: str, domain: str) -> dict[str, Any]:
    """Columns of the organisation by name. Raises InvalidInput."""
    if domain not in vocabulary("partner_domains"):
        raise InvalidInput("domain", "unknown_code")
    return {"name": required_line(name, LONGEST_NAME, "name"), "domain": domain}


def mailbox_of(text: str) -> str | None:
    """The organisation's own address; None for nothing. Raises InvalidInput."""
    try:
        return mail_address_of(text)
    except InvalidInput as error:
        raise InvalidInput("contact_address", error.code, **error.params) from None


def agreement_values(day: date | None, version: str | None, today: date) -> dict[str, Any]:
    """Columns of the agreement: both, or neither. Raises InvalidInput."""
    if day is None and not version:
        return {"agreement_on": None, "agreement_version": None}
    if day is None:
        raise InvalidInput("agreement_on", "required")
    if not FIRST_DAY <= day <= today:
        raise InvalidInput("agreement_on", "agreement_day")
    label = required_line(version or "", LONGEST_VERSION, "agreement_version")
    return {"agreement_on": day, "agreement_version": label}


def checked_contact(person: ContactPerson) -> ContactPerson:
    """As it is stored. Raises InvalidInput."""
    email = mail_address_of(person.email)
    if email is None:
        raise InvalidInput("email", "required")
    return ContactPerson(
        required_line(person.name, LONGEST_NAME, "name"),
        required_line(person.function, LONGEST_NAME, "function"),
        email,
        phone_of(person.phone) or "",
    )


def required_line(text: str, limit: int, field: str) -> str:
    """One line that says something. Raises InvalidInput."""
    line = clean_line(text, limit, field=field)
    if not line:
        raise InvalidInput(field, "required")
    return line
