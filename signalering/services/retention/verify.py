"""Check backups from their first line to their last, without any key."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from signalering.domain.backups import BackupKind, lapses_on
from signalering.models.columns import DATA, KEYSTORE, Kind
from signalering.models.schema import newest_revision
from signalering.services.retention._file import BackupReader, Header, opened
from signalering.services.retention._snapshot import tables_of
from signalering.vault.versions import Version

REGISTER = {BackupKind.DATA: DATA, BackupKind.KEYSTORE: KEYSTORE}
# Which columns of the data name a key.
KEY_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "signal": ("thread_key_id", "triage_key_id"),
        "contact_details": ("key_id",),
        "case_record": ("key_id",),
        "pending_fact": ("key_id",),
        "audit_segment": ("id",),
    }
)
# Which columns say what record the row's key is of: a case goes with its contact details.
RECORD_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"case_record": ("id",), "contact_details": ("id", "case_id")}
)
VERSIONS = frozenset(version.value for version in Version)


@dataclass
class Verified:
    """What a whole file holds. The sets of ids are its only part that stays in memory."""

    path: Path
    header: Header
    counts: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""
    beside: str = ""
    # Of data: the keys that its rows need. Of a keystore: those that somebody can open.
    keys: set[UUID] = field(default_factory=set)
    tombstones: dict[UUID, date] = field(default_factory=dict)
    # Of data: the keys of each record that can be erased.
    keys_of: dict[UUID, set[UUID]] = field(default_factory=dict)

    def keys_of_erased(self, erased: Mapping[UUID, date]) -> dict[UUID, date]:
        """The keys under which this file knows records that were erased since."""
        return {
            key_id: erased[record_id]
            for record_id in self.keys_of.keys() & erased.keys()
            for key_id in self.keys_of[record_id]
        }

    @property
    def lapses_on(self) -> date:
        """The last day on which this file may exist."""
        return lapses_on(self.header.kind, self.header.created_on)


def verify(paths: Iterable[Path], say: Callable[[str], None]) -> list[Verified]:
    """Read every file to its end; says what was found. Raises BadBackup."""
    found = [verify_one(path) for path in paths]
    for one in found:
        rows = sum(one.counts.values())
        say(f"{one.path.name}: whole, {rows} rows, to be deleted after {one.lapses_on}")
    keystores = [one for one in found if one.header.kind is BackupKind.KEYSTORE]
    for data in found:
        if data.header.kind is BackupKind.DATA and keystores:
            without = len(data.keys - set().union(*(one.keys for one in keystores)))
            say(f"{data.path.name}: {without} keys are erased or not in the keystore beside it")
    return found


def verify_one(path: Path) -> Verified:
    """Structure, digests, columns, versions of seals. Raises BadBackup."""
    with opened(path) as reader:
        found = Verified(path, reader.header)
        is_current = reader.header.revision == newest_revision()
        for section in reader.sections():
            if is_current:
                _check_columns(reader, section.table, section.columns)
            for row in section.rows:
                _check_seals(reader, section.table, row)
                _gather(found, section.table, row)
        end = reader.end
        if end is None:
            raise reader.bad("it has no end")
        wanted = {table.name for table in tables_of(reader.header.kind)}
        if is_current and set(end.counts) != wanted:
            raise reader.bad("it has other tables than this version")
        found.counts, found.digest, found.beside = end.counts, end.digest, end.beside
        return found


def _check_columns(reader: BackupReader, table: str, columns: Mapping[str, str]) -> None:
    registered = REGISTER[reader.header.kind].get(table)
    if registered is None or set(registered) != set(columns):
        raise reader.bad(f"the columns of {table} are not those of this version")


def _check_seals(reader: BackupReader, table: str, row: Mapping[str, Any]) -> None:
    for column, kind in REGISTER[reader.header.kind].get(table, {}).items():
        blob = row.get(column)
        # An empty blob is one that was emptied on purpose: a closed epoch's recovery wrap.
        if kind in (Kind.SEALED, Kind.KEYED) and blob and blob[0] not in VERSIONS:
            raise reader.bad(f"a seal in {table}.{column} has a version that nobody knows")


def _gather(found: Verified, table: str, row: Mapping[str, Any]) -> None:
    for column in KEY_COLUMNS.get(table, ()):
        found.keys.add(row[column])
    for column in RECORD_COLUMNS.get(table, ()):
        if row[column] is not None:
            found.keys_of.setdefault(row[column], set()).add(row["key_id"])
    if table == "wrap":
        found.keys.add(row["key_id"])
    elif table == "tombstone":
        found.tombstones[row["key_id"]] = row["erased_on"]
