"""Whether what a worker tells can be taken: codes of their lists, words cleaned and guarded."""

from collections.abc import Iterable
from dataclasses import replace

from signalering.domain.commands.signals.log import (
    LONGEST_ADDRESS,
    LONGEST_EMAIL,
    LONGEST_MOMENT,
    LONGEST_NAME,
    LONGEST_PHONE,
    GivenContact,
    LogSignal,
)
from signalering.domain.consent import CONTACT_TEXTS
from signalering.domain.errors import InvalidInput
from signalering.domain.states import ContactAnswer, Request
from signalering.domain.text import clean_line
from signalering.domain.vocabularies import vocabulary
from signalering.services.signals.note import checked_note

SHORTEST_TOKEN = 16
LONGEST_TOKEN = 100

ONE_OF = {
    "place": "places",
    "age_band": "age_bands",
    "request": "requests",
    "contact_answer": "contact_answers",
    "lives_with": "lives_with",
    "duration": "duration",
    "loneliness": "kinds_of_loneliness",
    "main_wish": "wishes",
}


def checked(command: LogSignal) -> LogSignal:
    """The command, cleaned. Raises InvalidInput with the field that can't be taken."""
    if not SHORTEST_TOKEN <= len(command.token) <= LONGEST_TOKEN:
        raise InvalidInput("token")
    if not command.indicators:
        raise InvalidInput("indicators", "required")
    _known("indicators", "indicators", command.indicators)
    for name, listed in ONE_OF.items():
        if not getattr(command, name):
            raise InvalidInput(name, "required")
        _known(name, listed, [getattr(command, name)])
    _known("further_wishes", "wishes", command.further_wishes)
    if command.talked_about is not None:
        _known("talked_about", "talked_about", [command.talked_about])
    contact = _contact(command)
    return replace(
        command,
        indicators=tuple(dict.fromkeys(command.indicators)),
        further_wishes=tuple(
            code for code in dict.fromkeys(command.further_wishes) if code != command.main_wish
        ),
        contact=contact,
        note=checked_note(command.note),
    )


def _known(field: str, listed: str, codes: Iterable[str]) -> None:
    if any(code not in vocabulary(listed) for code in codes):
        raise InvalidInput(field, "unknown_code")


def _contact(command: LogSignal) -> GivenContact:
    given = command.contact
    cleaned = GivenContact(
        name=clean_line(given.name, LONGEST_NAME, field="contact_name"),
        phone=clean_line(given.phone, LONGEST_PHONE, field="contact_phone"),
        email=clean_line(given.email, LONGEST_EMAIL, field="contact_email"),
        address=clean_line(given.address, LONGEST_ADDRESS, field="contact_address"),
        best_moment=clean_line(given.best_moment, LONGEST_MOMENT, field="contact_best_moment"),
        text_version=given.text_version,
    )
    if command.contact_answer != ContactAnswer.YES_DETAILS:
        # Neither kept without a yes, nor dropped unseen.
        if not cleaned.is_empty:
            raise InvalidInput("contact_answer", "details_without_yes")
        return cleaned
    if command.request == Request.NONE:
        # Nobody would open what the resident said yes to.
        raise InvalidInput("request", "details_need_request")
    if not cleaned.name:
        raise InvalidInput("contact_name", "required")
    if not (cleaned.phone or cleaned.email or cleaned.address):
        raise InvalidInput("contact_phone", "one_way_needed")
    if cleaned.email and "@" not in cleaned.email:
        raise InvalidInput("contact_email", "not_an_address")
    if cleaned.text_version not in CONTACT_TEXTS:
        raise InvalidInput("contact_answer", "unknown_code")
    return cleaned
