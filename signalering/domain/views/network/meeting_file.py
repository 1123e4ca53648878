"""A meeting as a calendar program reads it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MeetingEvent:
    """`uid` stays the same for ever, `sequence` rises with each change (RFC 5545, 3.8).

    Times are of the clock on the wall in Amsterdam.
    """

    uid: str
    sequence: int
    made_on: date
    changed_on: date
    title: str
    day: date
    starts_at: str
    ends_at: str
    place: str
    description: str
    cancelled: bool
