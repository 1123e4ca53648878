"""Statements: compiled once a process, not once for each test's own engines; and heard.

Every test has databases of its own, so engines of its own; SQLAlchemy keeps what it compiled per
engine. The dialects here are the real ones, and differ only in sharing that memory.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

MEMORY: LRUCache[Any, Any] = LRUCache(5000)


class _Alike:
    """A dialect that equals every other of its kind: all are made with the same options."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Let a new engine look in the memory of all."""
        engine.update_execution_options(compiled_cache=MEMORY)


class Sqlite(_Alike, SQLiteDialect_pysqlite):
    """SQLite, with the memory of all."""

    supports_statement_cache = True


class Postgres(_Alike, PGDialect_psycopg):
    """PostgreSQL, with the memory of all."""

    supports_statement_cache = True


def share() -> None:
    """From now on every engine shares what was compiled."""
    registry.register("sqlite", __name__, Sqlite.__name__)
    registry.register("postgresql.psycopg", __name__, Postgres.__name__)


@contextmanager
def heard() -> Iterator[list[str]]:
    """What all databases are asked meanwhile; the beginnings of transactions apart."""
    said: list[str] = []

    def hear(*told: Any) -> None:
        if not told[2].startswith("BEGIN"):
            said.append(told[2])

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
