"""Everything that lies in an installation's databases and files, as a thief finds it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, inspect, select

from signalering.config import Settings
from signalering.models.tables import METADATA
from signalering.services.work import House

Row = dict[str, Any]
ALEMBIC = "alembic_version"


@dataclass
class Loot:
    """Both databases row by row, the settings with all secrets, and what was logged."""

    data: dict[str, list[Row]]
    keystore: dict[str, list[Row]]
    settings: Settings
    logged: bytes = field(default=b"", repr=False)

    @property
    def tables(self) -> dict[str, list[Row]]:
        """Of both."""
        return self.data | self.keystore

    def as_bytes(self) -> bytes:
        """All of it in a row, for a search."""
        values = [
            _bytes(value) for rows in self.tables.values() for row in rows for value in row.values()
        ]
        return b"\n".join([*values, *(_bytes(value) for value in _settings(self)), self.logged])


def steal(house: House, logged: bytes = b"") -> Loot:
    """Every row of every table of both databases; a table that no model knows is an error."""
    return Loot(tables(house.data, ""), tables(house.keystore, "keystore"), house.settings, logged)


def tables(engine: Engine, name: str, without: Collection[str] = ()) -> dict[str, list[Row]]:
    """Every row of a database, but for the tables that one doesn't ask for."""
    known = METADATA[name].tables
    with engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) - {ALEMBIC} == set(known)
        return {
            table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in known.values()
            if table.name not in without
        }


def _settings(loot: Loot) -> list[Any]:
    return list(vars(loot.settings).values())


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def files_under(folder: Path) -> dict[Path, bytes]:
    """Every file there, journals and write-ahead logs too."""
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
