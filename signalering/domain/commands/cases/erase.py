"""A case is erased because its resident asks for it."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class EraseCase:
    """The reference as somebody typed it over."""

    case_id: UUID
    version: int
    typed: str
