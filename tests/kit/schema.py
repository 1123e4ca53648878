"""What a database holds, told by its inspector: a migrated one is compared with a made one."""

from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

ALEMBIC = "alembic_version"
Description = dict[str, dict[str, Any]]


def described(engine: Engine) -> Description:
    """Every table with its columns, keys, CHECKs, indexes; alembic's own table left out."""
    with engine.connect() as connection:
        names = sorted(set(inspect(connection).get_table_names()) - {ALEMBIC})
        return {name: _table(connection, name) for name in names}


def table_names(engine: Engine) -> set[str]:
    """All tables, alembic's own among them."""
    with engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def _table(connection: Connection, name: str) -> dict[str, Any]:
    found = inspect(connection)
    key = found.get_pk_constraint(name)
    return {
        "columns": {
            column["name"]: (
                column["type"].compile(connection.dialect),
                column["nullable"],
                column["default"],
            )
            for column in found.get_columns(name)
        },
        "primary key": (key["name"], tuple(key["constrained_columns"])),
        "checks": {check["name"]: check["sqltext"] for check in found.get_check_constraints(name)},
        "indexes": {
            index["name"]: (tuple(index["column_names"]), bool(index["unique"]))
            for index in found.get_indexes(name)
        },
        "unique": {
            unique["name"]: tuple(unique["column_names"])
            for unique in found.get_unique_constraints(name)
        },
        "foreign keys": {
            link["name"]: (
                tuple(link["constrained_columns"]),
                link["referred_table"],
                tuple(link["referred_columns"]),
                link["options"],
            )
            for link in found.get_foreign_keys(name)
        },
        "without rowid": without_rowid(connection, name),
    }


def without_rowid(connection: Connection, name: str) -> bool:
    """Whether SQLite keeps this table in key order; PostgreSQL has no such thing."""
    if connection.dialect.name != "sqlite":
        return False
    made = connection.execute(
        text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :name"), {"name": name}
    ).scalar_one()
    return str(made).rstrip().upper().endswith("WITHOUT ROWID")
