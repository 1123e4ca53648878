"""Engines as this application needs them, on SQLite and PostgreSQL."""

import time
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry

from signalering.config import SettingsError
from signalering.models.transport import unprotected
from signalering.models.turns import Turns

# Full durability, no deleted word left in a free page, no word in a temporary file.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 15000",
)
PATIENCE = 15
TURN = "turn"
# Two who wait for each other, one in the data and one in the keystore, are a deadlock that the
# server can't see. As long as on SQLite.
POSTGRES_PATIENCE = "SET lock_timeout = '15s'"
# A request takes connections one after the other, and each question whether one still lives is a
# way there and back. One that was in use within this second is taken as it is: should the server
# have gone in that very second, the request fails as it would with the server gone at its work.
RESTED = "rested"
REST = 1.0


def open_engine(url: str) -> Engine:
    """An engine whose transactions begin when SQLAlchemy says so.

    With the option `immediate` a SQLite transaction takes the write lock at once: a deferred one
    that reads and then writes fails as soon as somebody else wrote in between. Threads and
    processes take turns before they ask for it: SQLite lets them sleep and look again, and some
    wait very long. A fault's text never quotes what was to be stored.

    Raises SettingsError where what is sent could be read on the way.
    """
    if hosts := unprotected(url):
        raise SettingsError(
            f"The database at {hosts} may be reached in clear: put ?sslmode=verify-full and "
            "sslrootcert behind its address, or reach it by a socket on this machine."
        )
    parsed = make_url(url)
    if parsed.drivername == "postgresql":  # the one driver that there is
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, hide_parameters=True)
        _prepare_sqlite(engine)
        return engine
    # The one that was used last comes first, so that few ever rest long.
    engine = create_engine(
        parsed, hide_parameters=True, pool_use_lifo=True, pool_size=5, max_overflow=15
    )
    _prepare_postgres(engine)
    _try_after_a_rest(engine)
    return engine


def _prepare_postgres(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: object) -> None:
        del record
        # Outside any transaction, or the first rollback would take it back.
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(POSTGRES_PATIENCE)
        connection.autocommit = False


def _try_after_a_rest(engine: Engine) -> None:
    @event.listens_for(engine, "checkin")
    def on_checkin(connection: Any, record: ConnectionPoolEntry) -> None:
        del connection
        record.info[RESTED] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def on_checkout(connection: Any, record: ConnectionPoolEntry, proxy: object) -> None:
        del proxy
        since = record.info.get(RESTED)
        if since is None or time.monotonic() - since < REST:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            # The others went with it: each is made anew when its turn comes.
            raise InvalidatePoolError from error


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: object) -> None:
        del record
        # The driver's own begin is silent until the first write; we begin ourselves.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in SQLITE_PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    turns = Turns(engine.url.database)

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        if not connection.get_execution_options().get("immediate", False):
            connection.exec_driver_sql("BEGIN")
            return
        # Without its turn within this time SQLite itself says that the database is locked.
        connection.info[TURN] = turns.take(PATIENCE)
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    @event.listens_for(engine, "checkin")
    def on_checkin(connection: Any, record: ConnectionPoolEntry) -> None:
        del connection
        # Committed or rolled back by now: events of those names come before the act.
        if record.info.pop(TURN, False):
            turns.give_back()
