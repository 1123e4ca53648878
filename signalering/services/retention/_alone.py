"""A database that nobody else has open, or comes to have open, for as long as it takes."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.exc import OperationalError

from signalering.domain.errors import DomainError
from signalering.models.rights import VERSIONS

TRIES, PAUSE = 30, 0.5
# Set before anything is read, SQLite refuses where anybody has the file open, and everybody as long
# as we do.
_EXCLUSIVE = "PRAGMA locking_mode = EXCLUSIVE"
_SHUT = ("PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON", "BEGIN IMMEDIATE")
_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)


class InUse(DomainError):
    """Somebody else has the database open."""

    default_code = "database_in_use"


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """The only connection to this database, in a transaction; the caller commits.

    Waits a quarter of a minute for others to leave. Raises InUse.
    """
    engine.dispose()
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            _wait(connection, _shut_postgres)
            yield connection
            connection.rollback()
        engine.dispose()
        return
    own = create_engine(engine.url, poolclass=NullPool, hide_parameters=True)
    event.listen(own, "connect", _prepare_sqlite)
    with own.connect() as connection:
        _wait(connection, _shut_sqlite)
        yield connection
        connection.rollback()


def _wait(connection: Connection, shut: Callable[[Connection], None]) -> None:
    for _ in range(TRIES):
        try:
            shut(connection)
        except (OperationalError, InUse):
            connection.rollback()
            time.sleep(PAUSE)
        else:
            return
    raise InUse


def _prepare_sqlite(connection: Any, record: object) -> None:
    del record
    connection.isolation_level = None
    connection.execute(_EXCLUSIVE)


def _shut_sqlite(connection: Connection) -> None:
    for statement in _SHUT:
        connection.exec_driver_sql(statement)


def _shut_postgres(connection: Connection) -> None:
    """Nobody is there, and who comes waits until the end."""
    tables = connection.scalars(
        text("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")
    )
    names = ", ".join(f"public.{name}" for name in {VERSIONS, *tables})
    connection.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE NOWAIT"))
    if connection.scalar(_OTHERS):
        raise InUse
