"""What a reporter gets at once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Receipt:
    """`due_on` is the day by which somebody looks at it; None where nothing was asked."""

    signal_id: UUID
    reference: str
    registered_on: date
    due_on: date | None
    request: str
    contact_answer: str
