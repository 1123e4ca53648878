"""What tasks, appointments and reminders of a case ask for, and on which days they may be."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import TaskKind
from signalering.domain.retention import add_months

# A reminder that doesn't say why is one that nobody understands when its day comes.
NEEDED: Mapping[TaskKind, tuple[str, ...]] = MappingProxyType(
    {
        TaskKind.APPOINTMENT: ("time", "place"),
        TaskKind.TASK: ("text",),
        TaskKind.REMINDER: ("text", "reason"),
    }
)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def check_day(day: date, today: date, months_ahead: int, paused_until: date | None) -> None:
    """Raise InvalidInput on `due_on` for a day that is over, too far off, or inside a pause."""
    if day < today:
        raise InvalidInput("due_on", "day_in_the_past")
    if day > add_months(today, months_ahead):
        raise InvalidInput("due_on", "day_too_far")
    if paused_until is not None and today <= paused_until and day <= paused_until:
        raise InvalidInput("due_on", "day_in_pause")


def clean_time(typed: str) -> str:
    """The time of day as HH:MM; nothing for nothing. `9:30` and `9.30` are taken too.

    Raises InvalidInput on `time`.
    """
    text = typed.strip().replace(".", ":")
    if not text:
        return ""
    text = text.rjust(5, "0") if len(text) == 4 else text
    if not _TIME.fullmatch(text) or not text.isascii():
        raise InvalidInput("time", "not_a_time")
    return text


def check_needed(kind: TaskKind, said: Mapping[str, str]) -> None:
    """Raise InvalidInput on the first field that this kind asks for and that stays empty."""
    for name in NEEDED[kind]:
        if not said[name]:
            raise InvalidInput(name, "required")
