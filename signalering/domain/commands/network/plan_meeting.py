"""A meeting of the network, as an administrator plans it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MeetingFacts:
    """When, where, for how many people, and what it is about.

    Times are of the clock on the wall, "14:00"; `capacity` counts people, None for no limit;
    `sign_up_until` is the last day on which an organisation answers.
    """

    title: str
    day: date
    starts_at: str
    ends_at: str
    place: str
    address: str
    capacity: int | None
    agenda: str
    sign_up_until: date


@dataclass(frozen=True)
class PlanMeeting:
    """`no_names` are keys of words in the agenda that their writer says are no names."""

    facts: MeetingFacts
    no_names: tuple[str, ...] = ()
