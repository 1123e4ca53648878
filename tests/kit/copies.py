"""Copies of a town's databases: taken as they stand, put back as they stood."""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine, MetaData, event

C = TypeVar("C")
_commits: Counter[str] = Counter()


@event.listens_for(Engine, "commit")
def _count(connection: Connection) -> None:
    _commits[str(connection.engine.url.database)] += 1


class Copies(Protocol[C]):
    """The databases of one town."""

    def marks(self) -> object:
        """Differ once somebody has written."""

    def take(self) -> C:
        """How all stands now."""

    def put_back(self, copy: C) -> None:
        """Let all stand as it did then."""

    def drop(self, copy: C) -> None:
        """Nobody will ask for it any more."""


SqliteCopy = tuple[sqlite3.Connection, ...]


class SqliteCopies(Copies[SqliteCopy]):
    """Of files, held in memory."""

    def __init__(self, engines: tuple[Engine, ...]) -> None:
        self._files = [str(engine.url.database) for engine in engines]

    def marks(self) -> object:
        """What this process commits is counted; others show in the files."""
        return [(_commits[file], *_mark(file), *_mark(f"{file}-wal")) for file in self._files]

    def take(self) -> SqliteCopy:
        """By SQLite's own way, so that others may have the files open."""
        copies = []
        for file in self._files:
            there, copy = sqlite3.connect(file), sqlite3.connect(":memory:")
            there.backup(copy)
            there.close()
            copies.append(copy)
        return tuple(copies)

    def put_back(self, copy: SqliteCopy) -> None:
        """By the same way."""
        for file, one in zip(self._files, copy, strict=True):
            there = sqlite3.connect(file)
            one.backup(there)
            there.close()

    def drop(self, copy: SqliteCopy) -> None:
        """Let the memory go."""
        for one in copy:
            one.close()


def _mark(file: str) -> tuple[int, int]:
    try:
        found = Path(file).stat()
    except FileNotFoundError:
        return 0, 0
    return (found.st_size, found.st_mtime_ns) if found.st_size else (0, 0)


@dataclass(frozen=True)
class PostgresCopy:
    """Its number, and which tables of each database hold rows in it."""

    number: int
    tables: tuple[tuple[str, ...], ...]


class PostgresCopies(Copies[PostgresCopy]):
    """Of databases, as text in a table aside; `menders` are connections of our own to them."""

    _numbers = count()

    def __init__(self, menders: dict[Engine, MetaData]) -> None:
        self._menders = menders

    def marks(self) -> object:
        """The server counts whoever writes, in whichever database."""
        first = next(iter(self._menders))
        with first.connect() as connection:
            said = connection.exec_driver_sql(
                "SELECT pg_snapshot_xmax(pg_current_snapshot())::text"
            )
            return said.scalar_one()

    def take(self) -> PostgresCopy:
        """Every row as its table writes it."""
        number = next(self._numbers)
        return PostgresCopy(number, tuple(self._taken(one, number) for one in self._menders))

    def _taken(self, mender: Engine, number: int) -> tuple[str, ...]:
        steps = [
            f"INSERT INTO settled.copied SELECT {number}, '{table}', one::text "
            f'FROM public."{table}" one'
            for table in self._menders[mender].tables
        ]
        filled = f"SELECT DISTINCT of FROM settled.copied WHERE number = {number}"
        with mender.begin() as connection:
            connection.exec_driver_sql("; ".join(steps))
            return tuple(connection.exec_driver_sql(filled).scalars())

    def put_back(self, copy: PostgresCopy) -> None:
        """Every row as its table reads it."""
        for (mender, metadata), filled in zip(self._menders.items(), copy.tables, strict=True):
            steps = [f'DELETE FROM public."{table}"' for table in metadata.tables] + [
                f'INSERT INTO public."{table}" SELECT (held::public."{table}").* '
                f"FROM settled.copied WHERE number = {copy.number} AND of = '{table}'"
                for table in filled
            ]
            with mender.begin() as connection:
                connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
                connection.exec_driver_sql("; ".join(steps))

    def drop(self, copy: PostgresCopy) -> None:
        """Let the room go."""
        for mender in self._menders:
            with mender.begin() as connection:
                connection.exec_driver_sql(
                    f"DELETE FROM settled.copied WHERE number = {copy.number}"
                )
