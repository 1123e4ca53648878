"""The resident knows what is kept."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.states import InformedWay


@dataclass(frozen=True)
class Inform:
    """How and when; `text_version` says which words."""

    case_id: UUID
    version: int
    way: InformedWay
    day: date
    text_version: str
