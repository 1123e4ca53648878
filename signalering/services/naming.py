"""Finding by a part of a name; of colleagues and organisations, never of residents."""

from sqlalchemy import ColumnElement, func, or_
from sqlalchemy.orm import InstrumentedAttribute


def has(column: InstrumentedAttribute[str], part: str) -> ColumnElement[bool]:
    """Whether the column has this part, whatever its capitals; everything has an empty one."""
    # SQLite knows no capitals but those of ASCII: as it was typed, it is found all the same.
    return or_(
        column.contains(part, autoescape=True),
        func.lower(column).contains(part.lower(), autoescape=True),
    )
