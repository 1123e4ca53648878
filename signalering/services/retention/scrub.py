"""After rows are gone: leave nothing of them in free pages and write-ahead logs."""

from sqlalchemy import Engine

from signalering.services.work import House

# Where erased words stood, and the keys to them.
DATA_TABLES = (
    "case_record",
    "case_entry",
    "case_task",
    "referral",
    "referral_answer",
    "contact_details",
    "contact_card",
    "pending_fact",
    "signal",
    "signal_indicator",
    "signal_wish",
    "thread_entry",
    "triage_entry",
    "audit_segment",
    "audit_entry",
    "erasure_notice",
)
KEYSTORE_TABLES = ("wrap", "package_share")


def scrub(house: House) -> bool:
    """Empty the log (SQLite, whose secure_delete is on) or vacuum (PostgreSQL).

    Gives whether it was done whole: on SQLite a reader that is still busy keeps the log. What is
    left then is sealed to a key that is gone, and the next run empties it.
    """
    done = [
        _one(house.keystore, KEYSTORE_TABLES),
        _one(house.data, DATA_TABLES),
    ]
    return all(done)


def _one(engine: Engine, tables: tuple[str, ...]) -> bool:
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql(f"VACUUM {', '.join(tables)}")
        return True
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
