"""A valid row of any table, made up from the schema, with the rows that it hangs on."""

import re
import secrets
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    DateTime,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Uuid,
    inspect,
)

# What the types alone don't tell: a row that its table's own rules accept.
CHOSEN: dict[str, dict[str, Any]] = {
    "referral": {"state": "proposed"},
    "training_session": {"seats": 3, "taken": 0},
    "meeting": {"capacity": 3, "taken": 0},
    "newsletter": {"state": "sent", "sent_on": date(2026, 11, 20)},
    "subscriber": {"state": "waiting"},
}
# Links that a valid row has although its column may be empty.
NEEDED_LINKS = {
    "contact_details.signal_id",
    "initiative.organisation_id",
    "outbox_mail.account_id",
}


def codes_of(check: CheckConstraint) -> list[str]:
    """The closed list that a `*_known` CHECK names."""
    return re.findall(r"'([a-z0-9_]+)'", str(check.sqltext))


def known_check(column: Column[Any]) -> CheckConstraint | None:
    """The CHECK that holds this column to its list."""
    wanted = f"ck_{column.table.name}_{column.name}_known"
    for constraint in column.table.constraints:
        if isinstance(constraint, CheckConstraint) and str(constraint.name) == wanted:
            return constraint
    return None


def put(connection: Connection, table: Table, **given: Any) -> dict[str, Any]:
    """Write a valid row with these values, its parents first; gives what was written.

    Columns that a later revision adds are left out.
    """
    there = {column["name"] for column in inspect(connection).get_columns(table.name)}
    values = CHOSEN.get(table.name, {}) | given
    for link in foreign_keys(table):
        (column,), (target,) = link.columns, link.elements
        wanted = not column.nullable or f"{table.name}.{column.name}" in NEEDED_LINKS
        if column.name not in values and wanted and column.name in there:
            parent = put(connection, link.referred_table)
            values[column.name] = parent[target.column.name]
    for column in table.columns:
        if column.name not in values and column.name in there:
            values[column.name] = None if column.nullable else fresh(column)
    whole = there >= {column.name for column in table.columns}
    # Defaults of columns to come would be written too.
    known = table if whole else as_it_was(connection, table)
    connection.execute(known.insert().values(values))
    return values


def as_it_was(connection: Connection, table: Table) -> Table:
    """The table with the columns that this older database has, and with no rule of its own."""
    present = {column["name"] for column in inspect(connection).get_columns(table.name)}
    columns = (
        Column(one.name, one.type, primary_key=one.primary_key, nullable=one.nullable)
        for one in table.columns
        if one.name in present
    )
    return Table(table.name, MetaData(), *columns)


def foreign_keys(table: Table) -> list[ForeignKeyConstraint]:
    """The links of a table to others, in a fixed order."""
    links = [c for c in table.constraints if isinstance(c, ForeignKeyConstraint)]
    return sorted(links, key=lambda link: str(link.name))


def fresh(column: Column[Any]) -> Any:
    """A value that no row has yet, where the type has room for one."""
    check = known_check(column)
    if check is not None:
        return codes_of(check)[0]
    kind = column.type
    if isinstance(kind, Uuid):
        return uuid4()
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, LargeBinary):
        return secrets.token_bytes(kind.length or 40)
    if isinstance(kind, Integer):
        return secrets.randbelow(1_000_000)
    if isinstance(kind, String):
        return secrets.token_hex(64)[: kind.length or 64]
    if isinstance(kind, Date):
        return date(2026, 11, 1)
    if isinstance(kind, DateTime) or getattr(kind, "impl", None) is not None:
        return datetime(2026, 11, 23, 9, 45, tzinfo=UTC)
    raise TypeError(f"no value known for {column}")
