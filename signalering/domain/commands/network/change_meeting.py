"""A planned meeting changes."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.commands.network.plan_meeting import MeetingFacts


@dataclass(frozen=True)
class ChangeMeeting:
    """All of it anew. `version` is that of the page that was looked at."""

    meeting_id: UUID
    version: int
    facts: MeetingFacts
    no_names: tuple[str, ...] = ()
