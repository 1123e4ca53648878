"""Contact details that a resident tells the keeper of a case."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.domain.commands.signals.log import GivenContact


@dataclass(frozen=True)
class AddDetails:
    """What was said, after a text was read out and the resident said yes."""

    case_id: UUID
    version: int
    contact: GivenContact = field(repr=False)
