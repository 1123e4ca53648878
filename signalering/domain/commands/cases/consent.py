"""What a consent says."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.states import ConsentScope, ConsentWay


@dataclass(frozen=True)
class RecordConsent:
    """A yes of the resident. Only sharing names an initiative."""

    case_id: UUID
    version: int
    scope: ConsentScope
    way: ConsentWay
    text_version: str
    initiative_id: UUID | None = None
