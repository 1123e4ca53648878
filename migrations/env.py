"""Alembic's entry: one revision chain, two databases, each with its own metadata.

'' is the data, 'keystore' the keystore. Each database has its own version table; the engine, its
name and its metadata come from signalering.models.schema, which is the only caller.
"""

from alembic import context

attributes = context.config.attributes

with attributes["engine"].connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=attributes["metadata"],
        compare_type=True,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations(engine_name=attributes["engine_name"])
