"""What may be written down about a meeting of the network, and how a mail says when it is."""

import re
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from signalering.domain.commands.network.plan_meeting import MeetingFacts
from signalering.domain.errors import InvalidInput, InvalidLines
from signalering.domain.text import clean_line, clean_text


class MeetingState(StrEnum):
    """A meeting that is called off stays on the list, so that nobody stands before a shut door."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


LONGEST_LINE = 200
LONGEST_AGENDA = 4000
LONGEST_NOTES = 8000
MOST_SEATS = 2000
MOST_PEOPLE = 50
YEARS_AHEAD = 3

# What somebody has in the own calendar: whoever signed up is told when one of these changes.
IN_CALENDARS = ("day", "starts_at", "ends_at", "place", "address")

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_WEEKDAYS = {
    "nl": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
_MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def meeting_values(facts: MeetingFacts, today: date, sign_up: date | None = None) -> dict[str, Any]:
    """Columns of the meeting by name. Raises InvalidLines, with an error for each wrong field."""
    faults: list[InvalidInput] = []
    values: dict[str, Any] = {
        "day": facts.day,
        "starts_at": facts.starts_at,
        "ends_at": facts.ends_at,
        "capacity": facts.capacity,
        "sign_up_until": facts.sign_up_until,
    }
    for name in ("title", "place", "address", "agenda"):
        try:
            values[name] = _text(name, getattr(facts, name))
        except InvalidInput as error:
            faults.append(error)
    faults += _wrong_days(facts, today, sign_up)
    faults += _wrong_times(facts)
    if facts.capacity is not None and not 1 <= facts.capacity <= MOST_SEATS:
        faults.append(InvalidInput("capacity", "between", least="1", most=str(MOST_SEATS)))
    if faults:
        raise InvalidLines(faults)
    return values


def came_field(partner_id: UUID) -> str:
    """The field in which stands how many came of an organisation."""
    return f"came_{partner_id.hex}"


def day_in_words(day: date, language: str = "nl") -> str:
    """`donderdag 3 december 2026`: mails to organisations are in Dutch."""
    weekday, month = _WEEKDAYS[language][day.weekday()], _MONTHS[language][day.month - 1]
    return f"{weekday} {day.day} {month} {day.year}"


def _text(name: str, typed: str) -> str | None:
    if name == "agenda":
        text = clean_text(typed, LONGEST_AGENDA, field=name)
    else:
        text = clean_line(typed, LONGEST_LINE, field=name)
    if not text and name != "address":
        raise InvalidInput(name, "required")
    return text or None


def _wrong_days(facts: MeetingFacts, today: date, sign_up: date | None) -> list[InvalidInput]:
    if not today <= facts.day <= date(today.year + YEARS_AHEAD, 12, 31):
        return [InvalidInput("day", "meeting_day", years=str(YEARS_AHEAD))]
    over = facts.sign_up_until < today and facts.sign_up_until != sign_up
    if over or facts.sign_up_until > facts.day:
        return [InvalidInput("sign_up_until", "meeting_sign_up_until")]
    return []


def _wrong_times(facts: MeetingFacts) -> list[InvalidInput]:
    wrong = [
        InvalidInput(name, "not_a_time")
        for name in ("starts_at", "ends_at")
        if not _TIME.fullmatch(getattr(facts, name))
    ]
    if not wrong and facts.ends_at <= facts.starts_at:
        wrong.append(InvalidInput("ends_at", "meeting_ends_first"))
    return wrong
