"""What may be kept of a half-filled form: codes, and a note that tells of nobody.

Contact details go sealed to the coordinators or nowhere; what the guard refuses is never kept, not
for its writer either. Nor are answers about danger or names: what they are about may change.
"""

from collections.abc import Sequence
from dataclasses import fields

from signalering.domain.card_codes import normalised
from signalering.domain.commands.signals.log import NOTE_LIMIT, LogSignal
from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_text
from signalering.services.signals.note import identifies

Fields = Sequence[tuple[str, str]]

# Too long to be sent is not too long to be kept: it is still being typed.
LONGEST = 10 * NOTE_LIMIT
CODES = frozenset(field.name for field in fields(LogSignal)) - {
    "token",
    "contact",
    "note",
    "no_names",
    "danger",
    "danger_about",
    "card_code",
}


def half_filled(typed: Fields, no_names: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The fields that may be kept, in their order."""
    return [(name, value) for name, value in typed if _may_be_kept(name, value, no_names)]


def left_out(typed: Fields, kept: Fields) -> list[str]:
    """What was typed by hand and is not kept, for its writer to see once more."""
    return [
        value
        for name, value in typed
        if (name, value) not in kept
        and value.strip()
        and (name in {"note", "card_code"} or name.startswith("contact_"))
    ]


def _may_be_kept(name: str, value: str, no_names: Sequence[str]) -> bool:
    if name in CODES:
        return True
    try:
        if name == "card_code":
            return bool(normalised(value))
        return name == "note" and not identifies(clean_text(value, LONGEST), no_names)
    except InvalidInput:
        return False
