"""Put backups back, and erase again at once what was erased since they were made.

All in one unit of work: until it commits, everybody sees the old content; nobody sees half of the
new. A keystore older than its data would leave words that nobody opens: only by their number.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, delete, select, text
from sqlalchemy.exc import OperationalError

from signalering.domain.audit_actions import AuditAction
from signalering.domain.backups import BackupKind
from signalering.domain.errors import DomainError, Misconfigured, Unavailable
from signalering.models.keys.forgotten import Tombstone
from signalering.models.keys.group import Wrap
from signalering.models.schema import newest_revision
from signalering.models.tables import METADATA
from signalering.services.audit.record import record
from signalering.services.keys.marks import wrong_secrets
from signalering.services.retention._file import BadBackup, opened
from signalering.services.retention._rows import delete_rows_of
from signalering.services.retention._snapshot import SCHEMA_OF
from signalering.services.retention.erase_key import bury, forget_buried
from signalering.services.retention.restored import mark_restored
from signalering.services.retention.roll import PATTERN
from signalering.services.retention.verify import KEY_COLUMNS, Verified, verify, verify_one
from signalering.services.work import Work

AT_ONCE = 500
LOAD_ORDER = (BackupKind.KEYSTORE, BackupKind.DATA)
Say = Callable[[str], None]


class NotEmpty(DomainError):
    """A database that would be overwritten holds rows."""

    default_code = "database_not_empty"


class WouldLose(DomainError):
    """The keystore is older than the data; `params["keys"]` keys would be missing."""

    default_code = "keystore_older"


@dataclass(frozen=True)
class Plan:
    """Files that were read whole, and what all of them know to be erased."""

    files: dict[BackupKind, Verified]
    buried: dict[UUID, date]

    @property
    def is_pair(self) -> bool:
        """Whether both files are of the same moment."""
        data, keystore = (self.files.get(kind) for kind in BackupKind)
        return bool(data and keystore and data.beside == keystore.digest)


def prepare(paths: Sequence[Path], say: Say) -> Plan:
    """Check the files, and look for tombstones in every keystore backup that lies beside them.

    Raises BadBackup: for a file that isn't whole, of another version, or two of a kind.
    """
    files: dict[BackupKind, Verified] = {}
    for one in verify(paths, say):
        if one.header.kind in files:
            raise BadBackup(one.path, f"a second file of the {one.header.kind.value}")
        if one.header.revision != newest_revision():
            raise BadBackup(
                one.path,
                f"it is of database version {one.header.revision}. Restore it with the release "
                "that made it, then run `signalering database upgrade` with this one",
            )
        files[one.header.kind] = one
    buried: dict[UUID, date] = {}
    folders = {path.resolve().parent for path in paths}
    for path in sorted(found for folder in folders for found in folder.glob(PATTERN)):
        try:
            with opened(path) as reader:
                is_keystore = reader.header.kind is BackupKind.KEYSTORE
            buried |= verify_one(path).tombstones if is_keystore else {}
        except BadBackup as fault:
            say(f"{path.name} is passed over: {fault.params['why']}")
    return Plan(files, buried)


def restore(
    work: Work,
    plan: Plan,
    say: Say,
    *,
    replace: bool = False,
    accept_loss: int | None = None,
) -> Counter[str]:
    """Load the files in place of what is there; gives what was erased again.

    The caller commits. One file goes beside the living other database. Raises NotEmpty without
    `replace`; WouldLose unless `accept_loss` is the exact number; Misconfigured for a keystore of
    other secrets; Unavailable when the application doesn't let go of the databases.
    """
    for kind in BackupKind:
        _lock(_connection(work, kind), kind)
    erased = plan.buried | {
        row.key_id: row.erased_on for row in work.keys.scalars(select(Tombstone))
    }
    work.keys.expunge_all()
    for file in plan.files.values():
        erased |= file.tombstones
    for file in plan.files.values():
        erased |= file.keys_of_erased(erased)
    _accepted(_missing(work, plan, set(erased)), plan, accept_loss)
    for kind in LOAD_ORDER:
        if kind in plan.files:
            _emptied(_connection(work, kind), kind, replace=replace)
            _load(_connection(work, kind), plan.files[kind], say)
    if BackupKind.KEYSTORE in plan.files and (wrong := wrong_secrets(work)):
        raise Misconfigured(", ".join(wrong), "other_secrets")
    bury(work, erased)
    forget_buried(work, erased)
    gone = delete_rows_of(work, erased)
    if BackupKind.DATA in plan.files and not plan.is_pair:
        mark_restored(work)
    record(work, AuditAction.BACKUP_RESTORED, count=sum(gone.values()))
    return gone


def _connection(work: Work, kind: BackupKind) -> Connection:
    return (work.data if kind is BackupKind.DATA else work.keys).connection()


def _lock(connection: Connection, kind: BackupKind) -> None:
    """SQLite's writers are shut out by the unit of work itself."""
    if connection.dialect.name != "postgresql":
        return
    names = ", ".join(f'"{name}"' for name in sorted(METADATA[SCHEMA_OF[kind]].tables))
    try:
        connection.execute(text("SET LOCAL lock_timeout = '15s'"))
        connection.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))
    except OperationalError:
        raise Unavailable from None


def _missing(work: Work, plan: Plan, erased: set[UUID]) -> int:
    """How many keys the data will need that the keystore won't have."""
    data, keystore = plan.files.get(BackupKind.DATA), plan.files.get(BackupKind.KEYSTORE)
    needed = data.keys if data else _living_needs(work)
    there = keystore.keys if keystore else set(work.keys.scalars(select(Wrap.key_id)))
    return len(needed - there - erased)


def _living_needs(work: Work) -> set[UUID]:
    tables = METADATA[""].tables
    return {
        key_id
        for name, columns in KEY_COLUMNS.items()
        for column in columns
        for key_id in work.data.scalars(select(tables[name].c[column]))
    }


def _accepted(missing: int, plan: Plan, accepted: int | None) -> None:
    data, keystore = plan.files.get(BackupKind.DATA), plan.files.get(BackupKind.KEYSTORE)
    if plan.is_pair:
        return
    # Living data is newer than any file. Of one day, or beside a living keystore (restored itself,
    # or of after a re-encryption), only what is missing tells.
    if data and (keystore is None or keystore.header.created_on == data.header.created_on):
        older = missing > 0
    else:
        older = (
            data is None
            or keystore is None
            or (keystore.header.created_on < data.header.created_on)
        )
    if older and accepted != missing:
        raise WouldLose(keys=str(missing))


def _emptied(connection: Connection, kind: BackupKind, *, replace: bool) -> None:
    for table in reversed(METADATA[SCHEMA_OF[kind]].sorted_tables):
        if not replace and connection.execute(select(table).limit(1)).first() is not None:
            raise NotEmpty
        connection.execute(delete(table))


def _load(connection: Connection, file: Verified, say: Say) -> None:
    tables = METADATA[SCHEMA_OF[file.header.kind]].tables
    with opened(file.path) as reader:
        for section in reader.sections():
            table = tables[section.table]
            while some := list(islice(section.rows, AT_ONCE)):
                connection.execute(table.insert(), some)
            say(f"{file.header.kind.value}: {section.table} is back")
        if reader.end is None or reader.end.digest != file.digest:
            raise reader.bad("it changed while it was read")
