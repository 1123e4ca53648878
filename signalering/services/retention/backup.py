"""Back up both databases, as of one moment, into two files that lie apart."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, Table, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.backups import BackupKind
from signalering.domain.upkeep_names import Marked
from signalering.models.roles import may_write
from signalering.models.schema import revision_of
from signalering.services.audit.record import record
from signalering.services.retention import _values
from signalering.services.retention._file import BackupWriter, Header
from signalering.services.retention._snapshot import Snapshot, snapshot, tables_of
from signalering.services.retention.verify import Verified, verify
from signalering.services.settings.marks import mark
from signalering.services.work import House, open_work

AT_ONCE = 500
# Keystore first: keys of today beside words of yesterday are harmless, the reverse loses words.
ORDER = (BackupKind.KEYSTORE, BackupKind.DATA)

Say = Callable[[str], None]


def name_of(kind: BackupKind, day: date) -> str:
    """What the file of this day is called; a second one of the day takes its place."""
    return f"signalering-{kind.value}-{day.isoformat()}.jsonl.gz"


def create(house: House, folder: Path, say: Say) -> list[Path]:
    """Write both files, and that they were made; gives their paths. Raises as write_files().

    Who logs in with a role that only reads leaves no mark: `backup verify` by another does.
    """
    paths = write_files(house, folder, say)
    if not (may_write(house.data, "audit_entry") and may_write(house.keystore, "wrap")):
        say("This role only reads: the audit trail and `signalering state` don't know of it.")
        return paths
    with open_work(house, writes=True) as work:
        record(work, AuditAction.BACKUP_MADE)
        mark(work, {Marked.BACKUP_MADE: True})
        work.commit()
    return paths


def is_of_today(house: House, files: Sequence[Verified]) -> bool:
    """Whether these are a pair of today: so who may write can tell it for who only reads."""
    today = {one.header.kind for one in files if one.header.created_on == house.clock.today()}
    return today == set(BackupKind)


def write_files(house: House, folder: Path, say: Say) -> list[Path]:
    """Write both files and read them back before they get their names; gives their paths.

    Says its progress in English. The application may be running. Raises Unavailable, BadBackup,
    OSError (a full disk leaves nothing behind).
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    today = house.clock.today()
    parts = {kind: folder / f"{name_of(kind, today)}.part" for kind in ORDER}
    try:
        with snapshot(house) as seen:
            beside = ""
            for kind in ORDER:
                beside = _write(seen, kind, parts[kind], today, beside, say)
        verify([parts[kind] for kind in ORDER], say)
        return [_named(parts[kind]) for kind in ORDER]
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _write(seen: Snapshot, kind: BackupKind, part: Path, today: date, beside: str, say: Say) -> str:
    connection = seen.of(kind)
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        writer = BackupWriter(file, Header(kind, today, revision_of(connection)))
        for table in tables_of(kind):
            count = writer.table(table.name, columns_of(table), rows_of(connection, table))
            say(f"{kind.value}: {table.name}, {count} rows")
        digest = writer.end(beside)
        file.flush()
        os.fsync(file.fileno())
    return digest


def columns_of(table: Table) -> dict[str, str]:
    """The columns of a table with the names of their types."""
    return {column.name: _values.kind_of(column) for column in table.columns}


def rows_of(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """Every row in the order of its key, which both databases sort alike, a few at a time."""
    in_order = select(table).order_by(*_key(table, connection.dialect.name))
    # On the statement: an option of the connection's would hold for all that comes after.
    found = connection.execute(in_order.execution_options(yield_per=AT_ONCE))
    for row in found.mappings():
        yield dict(row)


def _key(table: Table, dialect: str) -> list[ColumnElement[Any]]:
    return [
        column.collate("C")
        if dialect == "postgresql" and isinstance(column.type, String)
        else column
        for column in table.primary_key.columns
    ]


def _named(part: Path) -> Path:
    """Give a whole file its name, and make that last through a power cut."""
    path = part.with_suffix("")
    part.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return path
