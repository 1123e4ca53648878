"""An offer as an administrator works on it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.commands.directory.edit import OfferFacts
from signalering.domain.schedules import Schedule

# What a form offers: ids with names, by name.
Named = tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class NumberedSchedule:
    """A schedule with its place among those of the offer."""

    number: int
    schedule: Schedule


@dataclass(frozen=True)
class EditView:
    """As it stands. `waits` says that an answer of its maintainer waits for a decision."""

    id: UUID
    version: int
    facts: OfferFacts
    schedules: tuple[NumberedSchedule, ...]
    assured_on: date
    fresh: bool
    active: bool
    waits: bool
