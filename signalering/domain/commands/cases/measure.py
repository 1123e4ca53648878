"""What a measure says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from signalering.domain.measures import ItemAnswer, Response


@dataclass(frozen=True)
class RecordMeasure:
    """The answers at one moment, or why there are none; `corrects` names the entry put right.

    `months` after the start of support, 0 for the start. What is not answered is absent.
    """

    case_id: UUID
    version: int
    months: int
    day: date
    response: Response
    direct: int | None = field(default=None, repr=False)
    answers: Mapping[str, ItemAnswer] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    corrects: int | None = None
