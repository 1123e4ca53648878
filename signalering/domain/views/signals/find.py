"""What a number stands for."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Numbered:
    """A signal, or a case, by its id and number alone."""

    is_case: bool
    object_id: UUID
    reference: str
