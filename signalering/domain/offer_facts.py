"""What an offer, its organisation and its place may say: one rule for forms and for files."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from signalering.domain.commands.directory.edit import OfferFacts
from signalering.domain.commands.directory.organisation import SaveOrganisation
from signalering.domain.commands.directory.place import SavePlace
from signalering.domain.errors import InvalidInput, InvalidLines
from signalering.domain.offers import LONGEST_ADDRESS, LONGEST_NOTE
from signalering.domain.text import clean_line, clean_text
from signalering.domain.vocabularies import pillar_of_kind, vocabulary

LONGEST_NAME = 200
LONGEST_COST = 250
LONGEST_URL = 254
LONGEST_PHONE = 40
LONGEST_CITY = 80
LONGEST_POSTAL_CODE = 10
OLDEST = 120
MOST_CENTS = 100_000_00

_PHONE = re.compile(r"[+(]?[0-9][0-9 ()/.-]{4,38}")
_ADDRESS = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>]+\.[^@\s,;<>]{2,}")

Values = dict[str, Any]


class _Gathering:
    """Takes fields one by one and keeps what is wrong with each, so that all is told at once."""

    def __init__(self) -> None:
        self.values: Values = {}
        self.faults: list[InvalidInput] = []

    def take(self, name: str, make: Callable[[], Any]) -> None:
        """What `make` gives, or its fault, which gets this field's name."""
        try:
            self.values[name] = make()
        except InvalidInput as error:
            self.faults.append(InvalidInput(name, error.code, **error.params))

    def done(self) -> Values:
        """All of them. Raises InvalidLines when something is wrong."""
        if self.faults:
            raise InvalidLines(self.faults)
        return self.values


def offer_values(facts: OfferFacts) -> Values:
    """Columns of the offer by name; whether its organisation is there, the caller asks.

    Raises InvalidLines, with one error for each field that is wrong.
    """
    told = _Gathering()
    told.take("name", lambda: _name(facts.name))
    told.take("kind", lambda: _code(facts.kind, "kinds"))
    told.take("area", lambda: _code(facts.area, "areas"))
    told.take("note", lambda: clean_text(facts.note, LONGEST_NOTE) or None)
    told.take("minimum_age", lambda: _age(facts.minimum_age))
    told.take("maximum_age", lambda: _oldest(facts))
    told.take("eligibility", lambda: clean_text(facts.eligibility, LONGEST_NOTE) or None)
    told.take("cost", lambda: clean_line(facts.cost, LONGEST_COST) or None)
    told.take("cost_cents", lambda: _cents(facts.cost_cents))
    told.take("sign_up", lambda: clean_text(facts.sign_up, LONGEST_NOTE) or None)
    told.take("phone", lambda: phone_of(facts.phone))
    told.take("public_address", lambda: mail_address_of(facts.public_address))
    told.take("url", lambda: url_of(facts.url))
    told.take("contact_address", lambda: mail_address_of(facts.contact_address))
    told.take("languages", lambda: _languages(facts.languages))
    values = told.done()
    del values["languages"]
    return values | {
        "pillar": pillar_of_kind(values["kind"]),
        "organisation_id": facts.organisation_id,
        "place_id": facts.place_id,
    }


def organisation_values(command: SaveOrganisation) -> Values:
    """Columns of the organisation by name. Raises InvalidLines."""
    told = _Gathering()
    told.take("name", lambda: _name(command.name))
    told.take("description", lambda: clean_text(command.description, LONGEST_NOTE) or None)
    told.take("phone", lambda: phone_of(command.phone))
    told.take("email", lambda: mail_address_of(command.email))
    told.take("url", lambda: url_of(command.url))
    return told.done()


def place_values(command: SavePlace) -> Values:
    """Columns of the place by name. Raises InvalidLines."""
    told = _Gathering()
    told.take("name", lambda: _name(command.name))
    told.take("street", lambda: clean_line(command.street, LONGEST_NAME) or None)
    told.take("postal_code", lambda: clean_line(command.postal_code, LONGEST_POSTAL_CODE) or None)
    told.take("city", lambda: clean_line(command.city, LONGEST_CITY) or None)
    told.take("route", lambda: clean_text(command.route, LONGEST_NOTE) or None)
    told.take("accessibility", lambda: clean_text(command.accessibility, LONGEST_NOTE) or None)
    return told.done()


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Names of what changes; nothing and an empty text are the same."""
    return sorted(
        name for name, value in after.items() if (before.get(name) or None) != (value or None)
    )


def phone_of(text: str) -> str | None:
    """A number as people write it; None for nothing. Raises InvalidInput."""
    line = clean_line(text, LONGEST_PHONE)
    if line and not _PHONE.fullmatch(line):
        raise InvalidInput("phone", "not_a_phone")
    return line or None


def mail_address_of(text: str) -> str | None:
    """An e-mail address in small letters; None for nothing. Raises InvalidInput."""
    line = clean_line(text, LONGEST_ADDRESS).lower()
    if line and not _ADDRESS.fullmatch(line):
        raise InvalidInput("email", "not_an_address")
    return line or None


def url_of(text: str) -> str | None:
    """An address of the web; None for nothing. Raises InvalidInput for any other scheme."""
    line = clean_line(text, LONGEST_URL)
    if not line:
        return None
    try:
        parts = urlsplit(line)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username
    except ValueError:
        known = False
    if not known or " " in line or '"' in line:
        raise InvalidInput("url", "not_a_url")
    return line


def _name(text: str) -> str:
    name = clean_line(text, LONGEST_NAME)
    if not name:
        raise InvalidInput("name", "required")
    return name


def _code(code: str, name: str) -> str:
    if not code:
        raise InvalidInput(name, "required")
    if code not in vocabulary(name):
        raise InvalidInput(name, "unknown_code")
    return code


def _age(age: int | None) -> int | None:
    if age is not None and not 0 <= age <= OLDEST:
        raise InvalidInput("age", "offer_age", most=str(OLDEST))
    return age


def _oldest(facts: OfferFacts) -> int | None:
    age = _age(facts.maximum_age)
    if age is not None and facts.minimum_age is not None and age < facts.minimum_age:
        raise InvalidInput("maximum_age", "offer_ages")
    return age


def _cents(cents: int | None) -> int | None:
    if cents is not None and not 0 <= cents <= MOST_CENTS:
        raise InvalidInput("cost_cents", "offer_cost")
    return cents


def _languages(codes: tuple[str, ...]) -> tuple[str, ...]:
    if any(code not in vocabulary("languages") for code in codes):
        raise InvalidInput("languages", "unknown_code")
    return codes
