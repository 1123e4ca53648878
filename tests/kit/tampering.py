"""What a writer to the database can do to a sealed value, short of knowing a key."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Table, and_, select, update

from kit.town import Town
from signalering.models.columns import DATA, KEYSTORE, Kind
from signalering.models.tables import METADATA

# name -> the value as somebody left it.
Spoilt = dict[str, bytes]
FLIPS = 8


def sealed_columns() -> set[str]:
    """Every sealed column of both databases, as "table.column"."""
    return {
        f"{table}.{column}"
        for tables in (DATA, KEYSTORE)
        for table, columns in tables.items()
        for column, kind in columns.items()
        if kind is Kind.SEALED
    }


def table_of(name: str) -> Table:
    """The table of "table.column", from whichever database has it."""
    table = name.partition(".")[0]
    return METADATA["" if table in DATA else "keystore"].tables[table]


def values(town: Town, name: str) -> list[bytes]:
    """Everything in this column, without the empty ones."""
    table = table_of(name)
    column = table.c[name.partition(".")[2]]
    with town.work(writes=False) as work:
        session = work.data if table.name in DATA else work.keys
        return list(session.scalars(select(column).where(column.is_not(None))))


def spoilt(town: Town, name: str, value: bytes) -> Spoilt:
    """Bits flipped, cut, lengthened, of another version, from another row, from other columns."""
    positions = {0, 1, len(value) - 1, *(secrets.randbelow(len(value)) for _ in range(FLIPS))}
    found = {f"bit at {at} flipped": _flipped(value, at, secrets.randbelow(8)) for at in positions}
    for length in (0, 1, 12, 13, 28, len(value) // 2, len(value) - 1):
        found[f"cut to {length}"] = value[:length]
    found["lengthened"] = value + b"\0"
    for version in {0x00, 0x01, 0x02, 0x41, 0xFF} - {value[0]}:
        found[f"version {version}"] = bytes([version]) + value[1:]
    others = [other for other in values(town, name) if other != value]
    found |= {f"row {number}": other for number, other in enumerate(others[:3])}
    for column in sorted(sealed_columns() - {name}):
        if there := values(town, column):
            found[f"from {column}"] = there[0]
    return found


def _flipped(value: bytes, at: int, bit: int) -> bytes:
    return value[:at] + bytes([value[at] ^ (1 << bit)]) + value[at + 1 :]


@contextmanager
def left_as(town: Town, name: str, key: dict[str, Any], value: bytes) -> Iterator[None]:
    """The column of one row holds another value meanwhile."""
    table = table_of(name)
    column = table.c[name.partition(".")[2]]
    row = and_(*(table.c[part] == wanted for part, wanted in key.items()))

    def write(new: bytes) -> bytes:
        with town.work() as work:
            session = work.data if table.name in DATA else work.keys
            old: bytes = session.execute(select(column).where(row)).scalar_one()
            session.execute(update(table).where(row).values({column.name: new}))
            work.commit()
            return old

    before = write(value)
    try:
        yield
    finally:
        write(before)
