"""Bring both databases to the newest revision, and tell whether they are there."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.autogenerate import produce_migrations
from alembic.config import Config
from alembic.operations.ops import MigrationScript
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from signalering.models.rights import refresh
from signalering.models.tables import METADATA

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


def _config(engine: Engine, name: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes |= {"engine": engine, "engine_name": name, "metadata": METADATA[name]}
    return config


def upgrade(data: Engine, keystore: Engine, revision: str = "head") -> None:
    """Keystore first: a key without words is harmless, words without a key are lost.

    By a role that prepare.py made, the others get their rights on what is new.
    """
    command.upgrade(_config(keystore, "keystore"), revision)
    command.upgrade(_config(data, ""), revision)
    refresh(keystore, "keystore")
    refresh(data, "")


def make_anew(engine: Engine, name: str) -> None:
    """The tables of one database by the migrations, in place of any that were half made.

    `name` is that of the metadata. What they hold goes: the caller knows that it is nothing.
    """
    METADATA[name].drop_all(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    command.upgrade(_config(engine, name), "head")
    refresh(engine, name)


def downgrade(data: Engine, keystore: Engine, revision: str) -> None:
    """Back to `revision` ('base' empties both)."""
    command.downgrade(_config(data, ""), revision)
    command.downgrade(_config(keystore, "keystore"), revision)


def is_current(engine: Engine) -> bool:
    """Whether this database stands at the newest revision."""
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    return found == newest_revision()


def difference(engine: Engine, name: str) -> MigrationScript:
    """What autogenerate would change (it misses CHECKs; the tests compare those)."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return produce_migrations(context, METADATA[name])


@cache
def newest_revision() -> str:
    """The revision that this version of the program works with.

    Told once a process: finding it reads every migration, and whoever asks whether a node is ready
    asks it every few seconds.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return str(ScriptDirectory.from_config(config).get_current_head())


def revision_of(connection: Connection) -> str:
    """Where this database stands; one made from the models itself stands at the newest."""
    return MigrationContext.configure(connection).get_current_revision() or newest_revision()
