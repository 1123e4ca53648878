"""The two metadatas and the column types they share."""

import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Annotated, Any

from sqlalchemy import (
    CheckConstraint,
    Date,
    DateTime,
    Dialect,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    Uuid,
    text,
)
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# Rows of random keys in key order: the order of insertion is then written nowhere on SQLite.
UNORDERED: dict[str, Any] = {"sqlite_with_rowid": False}


def where(condition: str, on_postgresql: str | None = None) -> dict[str, Any]:
    """What makes an index hold these rows alone, on both engines."""
    return {
        "sqlite_where": text(condition),
        "postgresql_where": text(on_postgresql or condition),
    }


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime; a naive one is refused, SQLite gets its zone back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database, in UTC. Raises ValueError for a moment without a zone."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From the database; SQLite keeps no zone."""
        del dialect
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class DataBase(DeclarativeBase):
    """The data: codes, sealed words, links, days."""

    metadata = MetaData(naming_convention=NAMING)


class KeystoreBase(DeclarativeBase):
    """The keystore: wraps, grants, epochs. A database of its own, with its own session."""

    metadata = MetaData(naming_convention=NAMING)


def table_of(model: type[DeclarativeBase]) -> Table:
    """A model's table, for statements on the busiest ways that need no objects.

    They are made once, at import: making one takes longer than running it. Rows that wait in the
    session are not written first.
    """
    table = model.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} has no table of its own")
    return table


Id = Annotated[uuid.UUID, mapped_column(Uuid(as_uuid=True), primary_key=True, default=uuid.uuid4)]
Ref = Annotated[uuid.UUID, mapped_column(Uuid(as_uuid=True))]
Code = Annotated[str, mapped_column(String(32))]
Day = Annotated[date, mapped_column(Date)]
Sealed = Annotated[bytes, mapped_column(LargeBinary)]
Name = Annotated[str, mapped_column(String(200))]


def known(column: str, codes: Iterable[str], *, optional: bool = False) -> CheckConstraint:
    """A named CHECK that `column` holds a code of its closed list."""
    listed = ", ".join(f"'{code}'" for code in sorted(codes))
    check = f"{column} IN ({listed})"
    if optional:
        check = f"{column} IS NULL OR {check}"
    return CheckConstraint(check, name=f"{column}_known")
