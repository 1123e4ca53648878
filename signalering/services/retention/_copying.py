"""Copy tables from one database to another, and count and digest what is on either side.

A few rows at a time: memory doesn't grow with the installation.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, select, text
from sqlalchemy.exc import DataError, IntegrityError

from signalering.domain.errors import DomainError
from signalering.services.retention import _values
from signalering.services.retention.backup import columns_of, rows_of

AT_ONCE = 1000


class Refused(DomainError):
    """The other database takes no row like one of `params["table"]`: too long, or out of range."""

    default_code = "row_refused"


@dataclass(frozen=True)
class Tally:
    """How many rows a table has, and a digest of all in the order of their keys."""

    rows: int
    digest: str


@dataclass(frozen=True)
class Step:
    """So many rows of all tables of this database were copied, or looked at."""

    label: str
    done: int
    of: int


Tell = Callable[[Step], None]


class _Counting:
    """Lets rows through, and counts and digests them."""

    def __init__(self, table: Table) -> None:
        self._columns = columns_of(table)
        self._digest = hashlib.sha256()
        self._rows = 0

    def through(self, rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for row in rows:
            values = [_values.written(kind, row[name]) for name, kind in self._columns.items()]
            line = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
            self._digest.update(line.encode() + b"\n")
            self._rows += 1
            yield row

    @property
    def tally(self) -> Tally:
        return Tally(self._rows, self._digest.hexdigest())


def size_of(connection: Connection, metadata: MetaData) -> int:
    """How many rows all tables have together."""
    return sum(
        connection.scalar(select(func.count()).select_from(table)) or 0
        for table in metadata.sorted_tables
    )


def emptied(connection: Connection, metadata: MetaData) -> None:
    """Nothing is left of a copy that was broken off."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(f'public."{table.name}"' for table in metadata.sorted_tables)
        connection.execute(text(f"TRUNCATE {names}"))
        return
    for table in reversed(metadata.sorted_tables):
        connection.execute(table.delete())


def copied(
    source: Connection, target: Connection, metadata: MetaData, tell: Callable[[int], None]
) -> dict[str, Tally]:
    """Every table, those first on which others hang; gives what was read. Raises Refused."""
    tallies = {}
    for table in metadata.sorted_tables:
        counting = _Counting(table)
        rows = counting.through(rows_of(source, table))
        while some := list(islice(rows, AT_ONCE)):
            try:
                target.execute(table.insert(), some)
            except (DataError, IntegrityError):
                # The fault itself may quote what was to be stored.
                raise Refused(table=table.name) from None
            tell(len(some))
        tallies[table.name] = counting.tally
    return tallies


def tallied(
    connection: Connection, metadata: MetaData, tell: Callable[[int], None]
) -> dict[str, Tally]:
    """What every table holds."""
    found = {}
    for table in metadata.sorted_tables:
        counting = _Counting(table)
        rows = counting.through(rows_of(connection, table))
        while count := sum(1 for _ in islice(rows, AT_ONCE)):
            tell(count)
        found[table.name] = counting.tally
    return found
