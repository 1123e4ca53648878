"""How a value of each column type stands in a backup, the same from either database."""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Uuid,
)
from sqlalchemy.types import TypeEngine

from signalering.models.base import Moment


@dataclass(frozen=True)
class _Way:
    """One type: its column, and the way of a value to JSON and back."""

    column: type[TypeEngine[Any]]
    out: Callable[[Any], Any]
    back: Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def _blob(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


# Booleans come before whole numbers, moments before days: the first that fits names the type.
WAYS: Mapping[str, _Way] = MappingProxyType(
    {
        "id": _Way(Uuid, str, UUID),
        "blob": _Way(LargeBinary, lambda value: base64.b64encode(value).decode(), _blob),
        "yes_no": _Way(Boolean, bool, bool),
        "number": _Way(Integer, int, int),
        "moment": _Way(
            Moment,
            lambda value: value.astimezone(UTC).isoformat(),
            datetime.fromisoformat,
        ),
        "day": _Way(Date, date.isoformat, date.fromisoformat),
        "text": _Way(String, _same, str),
    }
)


def kind_of(column: Column[Any]) -> str:
    """The name of a column's type in a backup. Raises TypeError for one that has none."""
    for name, way in WAYS.items():
        if isinstance(column.type, way.column):
            return name
    raise TypeError(f"no way to write {column}")


def written(kind: str, value: Any) -> Any:
    """A value as JSON has it."""
    return None if value is None else WAYS[kind].out(value)


def read(kind: str, value: Any) -> Any:
    """A value as the database wants it. Raises ValueError, TypeError, AttributeError."""
    return None if value is None else WAYS[kind].back(value)


def table_of(name: str, columns: Mapping[str, str]) -> Table:
    """A table to write to, known from a backup alone. Raises KeyError for an unknown type."""
    parts = [Column(column, WAYS[kind].column()) for column, kind in columns.items()]
    return Table(name, MetaData(), *parts)
