"""Alembic's entry: one revision chain, two databases, each with its own metadata.

'' is the data, 'keystore' the keystore. Each database has its own version table; the engine, its
name and its metadata come from signalering.models.schema, which is the only caller.
"""

from alembic import context
from sqlalchemy import Connection

attributes = context.config.attributes


def _watch_links(connection: Connection, *, watch: bool) -> None:
    """Let SQLite look at foreign keys, or not: a table that others hang on can be made anew then.

    It listens outside a transaction only, so the driver is asked and no transaction begins.
    """
    driver = connection.connection.driver_connection
    if connection.dialect.name == "sqlite" and driver is not None:
        driver.execute(f"PRAGMA foreign_keys = {'ON' if watch else 'OFF'}")


def _no_loose_links(connection: Connection) -> None:
    """All links at once, before anything is kept. Raises RuntimeError for a loose one."""
    if connection.dialect.name == "sqlite":
        loose = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if loose is not None:
            raise RuntimeError(f"rows of {loose[0]} lead to {loose[2]} that are not there")


with attributes["engine"].connect() as connection:
    _watch_links(connection, watch=False)
    try:
        context.configure(
            connection=connection,
            target_metadata=attributes["metadata"],
            compare_type=True,
            render_as_batch=connection.dialect.name == "sqlite",
        )
        with context.begin_transaction():
            context.run_migrations(engine_name=attributes["engine_name"])
            _no_loose_links(connection)
    finally:
        connection.rollback()
        _watch_links(connection, watch=True)
