"""A case lies still because its resident asks for it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class RestrictCase:
    """Why, and on which day somebody looks whether it must last; none: until it is lifted."""

    case_id: UUID
    version: int
    until: date | None
    text: str = field(repr=False)
