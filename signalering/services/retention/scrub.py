"""After rows are gone: leave nothing of them in free pages and write-ahead logs."""

from sqlalchemy import Engine, text

from signalering.models.rights import SCRUBBED
from signalering.models.roles import may_maintain
from signalering.services.work import House

_STILL_DEAD = text(
    "SELECT sum(n_dead_tup) FROM pg_stat_user_tables "
    "WHERE schemaname = 'public' AND relname = ANY(:tables)"
)


def scrub(house: House) -> bool:
    """Empty the log (SQLite, whose secure_delete is on) or vacuum (PostgreSQL).

    Gives whether it was done whole: on SQLite a reader that is still busy keeps the log; an older
    PostgreSQL lets nobody but its own loop vacuum another's tables, within minutes. What is left
    then is sealed to a key that is gone, and the next run empties it or finds it emptied.
    """
    done = [
        _one(house.keystore, SCRUBBED["keystore"]),
        _one(house.data, SCRUBBED[""]),
    ]
    return all(done)


def _one(engine: Engine, tables: tuple[str, ...]) -> bool:
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            # A table that it may not vacuum the server passes over, with a notice alone.
            connection.exec_driver_sql(f"VACUUM {', '.join(tables)}")
            passed_over = [one for one in tables if not may_maintain(connection, one)]
            return not connection.scalar(_STILL_DEAD, {"tables": passed_over})
    # The driver's own connection: a checkpoint can't stand in a transaction.
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = cursor.fetchone()
        cursor.close()
        return busy is not None and busy[0] == 0
    finally:
        raw.close()
