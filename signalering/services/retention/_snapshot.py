"""One moment of both databases, while the application goes on.

A unit of work flushes both, commits the keystore and then the data. Whoever holds the data's
write lock therefore knows that nobody is between those two commits; the readings begin under it.
"""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Table, select, text
from sqlalchemy.exc import OperationalError

from signalering.domain.backups import BackupKind
from signalering.domain.errors import Unavailable
from signalering.models.tables import METADATA
from signalering.services.work import House

# What never outlives the installation: it lives for hours, or a month at most, and is made anew. An
# address for a calendar, a key for open data and a partner's client live longer; put back, they
# would let in whoever was shut out since.
NEVER = frozenset(
    {
        "log_in_session",
        "throttle",
        "outbox_mail",
        "invitation",
        "offer_link",
        "draft",
        "day_key",
        "calendar_address",
        "directory_import",
        "open_data_key",
        "api_client",
        "api_token",
        "api_request",
        "signal_link",
        "upkeep_mark",
    }
)
SCHEMA_OF = {BackupKind.DATA: "", BackupKind.KEYSTORE: "keystore"}
POSTGRES_TRIES, SQLITE_TRIES = 400, 6


@dataclass(frozen=True)
class Snapshot:
    """A reading of each database; both begun at the same moment."""

    data: Connection
    keystore: Connection

    def of(self, kind: BackupKind) -> Connection:
        """The reading of this kind."""
        return self.data if kind is BackupKind.DATA else self.keystore


def tables_of(kind: BackupKind) -> list[Table]:
    """The tables that a backup of this kind holds, each behind those it hangs on."""
    return [table for table in METADATA[SCHEMA_OF[kind]].sorted_tables if table.name not in NEVER]


@contextmanager
def snapshot(house: House, held: Callable[[], object] = lambda: None) -> Iterator[Snapshot]:
    """Both databases as they are at one moment; `held` is called while nobody can write.

    Raises Unavailable when writers leave no gap for a minute.
    """
    with ExitStack() as stack:
        with nobody_writes(house.data):
            data = _reading(stack, house.data, BackupKind.DATA)
            held()
            keystore = _reading(stack, house.keystore, BackupKind.KEYSTORE)
        yield Snapshot(data, keystore)


@contextmanager
def nobody_writes(engine: Engine) -> Iterator[None]:
    """Hold the lock that every writer of this database takes. Raises Unavailable."""
    with engine.execution_options(immediate=True).connect() as connection:
        _take_lock(connection)
        yield
        connection.rollback()


def _take_lock(connection: Connection) -> None:
    """Try for a minute or more, and hold nothing while waiting: so it is in no deadlock.

    SQLite waits 15 seconds by itself, in no queue. On PostgreSQL it is SHARE on all tables, or on
    none.
    """
    is_postgres = connection.dialect.name == "postgresql"
    for _ in range(POSTGRES_TRIES if is_postgres else SQLITE_TRIES):
        try:
            connection.begin()
            if is_postgres:
                _share(connection)
        except OperationalError:
            connection.rollback()
            time.sleep(random.SystemRandom().uniform(0.05, 0.35))
        else:
            return
    raise Unavailable


def _share(connection: Connection) -> None:
    """By a function of the owner's where there is one: who only reads may lock nothing itself."""
    names = [table.name for table in tables_of(BackupKind.DATA)]
    if connection.scalar(text("SELECT to_regprocedure('public.hold_still(text[])') IS NOT NULL")):
        connection.execute(
            text("SELECT public.hold_still(VARIADIC CAST(:names AS text[]))"), {"names": names}
        )
        return
    quoted = ", ".join(f'"{name}"' for name in names)
    connection.execute(text(f"LOCK TABLE {quoted} IN SHARE MODE NOWAIT"))


def _reading(stack: ExitStack, engine: Engine, kind: BackupKind) -> Connection:
    connection = stack.enter_context(engine.connect())
    if connection.dialect.name == "postgresql":
        connection.execution_options(isolation_level="REPEATABLE READ")
    # The first question is what fixes the moment, on both databases.
    connection.execute(select(1).select_from(tables_of(kind)[0]).limit(1))
    return connection
