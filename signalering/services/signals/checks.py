"""Whether what a worker tells can be taken: codes of their lists, words cleaned and guarded."""

from collections.abc import Iterable
from dataclasses import replace

from signalering.domain.commands.signals.log import (
    GivenContact,
    LogSignal,
)
from signalering.domain.errors import InvalidInput
from signalering.domain.states import ContactAnswer, Request
from signalering.domain.vocabularies import vocabulary
from signalering.services.signals.cards import checked_code
from signalering.services.signals.contact_checks import checked_spoken, cleaned_contact
from signalering.services.signals.note import check_danger, checked_note
from signalering.services.work import Work

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


def checked(work: Work, command: LogSignal) -> LogSignal:
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
    note = checked_note(work, command.note, command.no_names)
    check_danger(note, command.danger, command.danger_about)
    return replace(
        command,
        indicators=tuple(dict.fromkeys(command.indicators)),
        further_wishes=tuple(
            code for code in dict.fromkeys(command.further_wishes) if code != command.main_wish
        ),
        contact=contact,
        card_code=_card(command),
        note=note,
        # Whatever was answered is not part of the signal.
        danger="",
        danger_about="",
        no_names=(),
    )


def _known(field: str, listed: str, codes: Iterable[str]) -> None:
    if any(code not in vocabulary(listed) for code in codes):
        raise InvalidInput(field, "unknown_code")


def _contact(command: LogSignal) -> GivenContact:
    if command.contact_answer != ContactAnswer.YES_DETAILS:
        # Neither kept without a yes, nor dropped unseen.
        cleaned = cleaned_contact(command.contact)
        if not cleaned.is_empty:
            raise InvalidInput("contact_answer", "details_without_yes")
        return cleaned
    if command.request == Request.NONE:
        # Nobody would open what the resident said yes to.
        raise InvalidInput("request", "details_need_request")
    return checked_spoken(command.contact)


def _card(command: LogSignal) -> str:
    if command.contact_answer == ContactAnswer.CARD:
        return checked_code(command.card_code)
    if command.card_code.strip():
        raise InvalidInput("contact_answer", "card_without_answer")
    return ""
