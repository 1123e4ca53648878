"""Contact details as they should have been."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.domain.commands.signals.log import GivenContact


@dataclass(frozen=True)
class CorrectDetails:
    """What takes the place of what is there."""

    case_id: UUID
    version: int
    contact: GivenContact = field(repr=False)
