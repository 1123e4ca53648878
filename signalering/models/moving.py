"""While an installation moves: what a database says of it in the place of its version.

There no program finds the version that it works with, so none starts on half a copy, and none goes
on with what was left behind.
"""

from dataclasses import dataclass
from enum import Enum, auto

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, text

_HALF, _AWAY = "moving", "moved"


class Move(Enum):
    """What a database has to do with a move."""

    NONE = auto()
    # A copy that isn't whole, or isn't known to be.
    HALF = auto()
    # It was copied elsewhere, and every row was found there.
    AWAY = auto()


@dataclass(frozen=True)
class Version:
    """Where a database stands; `whose` is the mark of the installation that moves to it."""

    revision: str
    move: Move = Move.NONE
    whose: str = ""

    @property
    def written(self) -> str:
        """As the database has it: 32 characters at most."""
        if self.move is Move.HALF:
            return f"{_HALF}:{self.revision}:{self.whose}"
        return f"{_AWAY}:{self.revision}" if self.move is Move.AWAY else self.revision


def version(connection: Connection) -> Version | None:
    """Where this database stands; None when it has no tables of ours."""
    said = MigrationContext.configure(connection).get_current_revision()
    if said is None:
        return None
    parts = said.split(":")
    if parts[0] == _HALF and len(parts) == len((_HALF, "revision", "whose")):
        return Version(parts[1], Move.HALF, parts[2])
    if parts[0] == _AWAY and len(parts) == len((_AWAY, "revision")):
        return Version(parts[1], Move.AWAY)
    return Version(said)


def write_version(connection: Connection, new: Version) -> None:
    """Say where it stands; the caller commits. By the owner alone."""
    connection.execute(text("UPDATE alembic_version SET version_num = :new"), {"new": new.written})


def moving(engine: Engine) -> Move:
    """What this database has to do with a move."""
    with engine.connect() as connection:
        found = version(connection)
    return found.move if found else Move.NONE
