"""The backup file: gzipped lines of JSON that say of themselves what they are.

    {"format": "signalering-backup", "version": 1, "kind": ..., "created_on": day, "revision": ...}
    {"table": name, "columns": {name: type}}     then one array a row, in the order of the key
    {"rows": count, "sha256": digest}            after each table
    {"end": {table: count}, "sha256": digest of all before, "beside": digest of the keystore's file}

Counts and digests follow what they are about, so one pass over the snapshot is enough. Nothing in
it depends on when, or in which order, anything was written: the same content gives the same bytes.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

from signalering.domain.backups import BackupKind
from signalering.domain.errors import DomainError
from signalering.services.retention import _values

FORMAT, VERSION = "signalering-backup", 1
LONGEST_LINE = 64 * 1024 * 1024


class BadBackup(DomainError):
    """The file is no whole backup of ours; `params["why"]` says what is wrong, in English."""

    default_code = "bad_backup"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(file=path.name, why=why)


@dataclass(frozen=True)
class Header:
    """What a backup says of itself before its rows."""

    kind: BackupKind
    created_on: date
    revision: str


@dataclass(frozen=True)
class Section:
    """One table: the types of its columns, and its rows, which are read once."""

    table: str
    columns: Mapping[str, str]
    rows: Iterator[dict[str, Any]]


@dataclass(frozen=True)
class End:
    """What stands behind the last table."""

    counts: Mapping[str, int]
    digest: str
    beside: str


class BackupWriter:
    """Writes one file, line by line; nothing of it is kept in memory."""

    def __init__(self, file: IO[bytes], header: Header) -> None:
        self._file = gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)
        self._whole = hashlib.sha256()
        self._counts: dict[str, int] = {}
        self._line(
            {
                "format": FORMAT,
                "version": VERSION,
                "kind": header.kind.value,
                "created_on": header.created_on.isoformat(),
                "revision": header.revision,
            }
        )

    def table(
        self, name: str, columns: Mapping[str, str], rows: Iterator[Mapping[str, Any]]
    ) -> int:
        """Write one table; gives how many rows it had."""
        self._line({"table": name, "columns": dict(columns)})
        digest, count = hashlib.sha256(), 0
        for row in rows:
            values = [_values.written(kind, row[column]) for column, kind in columns.items()]
            digest.update(self._line(values))
            count += 1
        self._line({"rows": count, "sha256": digest.hexdigest()})
        self._counts[name] = count
        return count

    def end(self, beside: str = "") -> str:
        """Write the last line; gives the digest of the content."""
        digest = self._whole.hexdigest()
        self._line({"end": self._counts, "sha256": digest, "beside": beside})
        self._file.close()
        return digest

    def _line(self, content: object) -> bytes:
        line = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        self._file.write(line)
        self._whole.update(line)
        return line


class BackupReader:
    """Reads one file once: header, then section after section; `end` is known after the last."""

    def __init__(self, path: Path, file: gzip.GzipFile) -> None:
        self.path = path
        self._file = file
        self._whole = hashlib.sha256()
        self.header = self._header()
        self.end: End | None = None

    def sections(self) -> Iterator[Section]:
        """Every table in turn. Raises BadBackup."""
        counts: dict[str, int] = {}
        before = self._whole.hexdigest()
        _, said = self._next()
        while isinstance(said, dict) and "table" in said:
            name, columns = str(said["table"]), dict(said.get("columns") or {})
            if name in counts or not set(columns.values()) <= set(_values.WAYS):
                raise self.bad(f"the table {name} stands twice or has a type nobody knows")
            counts[name] = 0
            rows = self._rows(name, columns, counts)
            yield Section(name, columns, rows)
            for _ in rows:
                pass
            before = self._whole.hexdigest()
            _, said = self._next()
        if not isinstance(said, dict) or said.get("end") != counts:
            raise self.bad("it has no end, or its end counts otherwise")
        if said.get("sha256") != before:
            raise self.bad("the digest of the whole is another")
        self._nothing_follows()
        self.end = End(counts, before, str(said.get("beside") or ""))

    def bad(self, why: str) -> BadBackup:
        """What to raise about this file."""
        return BadBackup(self.path, why)

    def _rows(
        self, name: str, columns: Mapping[str, str], counts: dict[str, int]
    ) -> Iterator[dict[str, Any]]:
        digest = hashlib.sha256()
        while True:
            line, said = self._next()
            if isinstance(said, dict):
                if said.get("rows") != counts[name] or said.get("sha256") != digest.hexdigest():
                    raise self.bad(f"the rows of {name} are not those that were written")
                return
            digest.update(line)
            counts[name] += 1
            if not isinstance(said, list) or len(said) != len(columns):
                raise self.bad(f"row {counts[name]} of {name} has other columns")
            try:
                yield {
                    column: _values.read(kind, value)
                    for (column, kind), value in zip(columns.items(), said, strict=True)
                }
            except (ValueError, TypeError, AttributeError):
                raise self.bad(f"row {counts[name]} of {name} can't be read") from None

    def _nothing_follows(self) -> None:
        try:
            more = self._file.read(1)
        except (OSError, EOFError, zlib.error):
            raise self.bad("it is damaged or cut off") from None
        if more:
            raise self.bad("something stands behind its end")

    def _next(self) -> tuple[bytes, Any]:
        try:
            line = self._file.readline(LONGEST_LINE)
        except (OSError, EOFError, zlib.error):
            raise self.bad("it is damaged or cut off") from None
        self._whole.update(line)
        try:
            return line, json.loads(line)
        except ValueError:
            raise self.bad("it is damaged or cut off") from None

    def _header(self) -> Header:
        _, said = self._next()
        if not isinstance(said, dict) or said.get("format") != FORMAT:
            raise self.bad("it is no backup of Signalering")
        if said.get("version") != VERSION:
            raise self.bad(f"its format {said.get('version')} is not known here")
        try:
            return Header(
                BackupKind(said["kind"]),
                date.fromisoformat(said["created_on"]),
                str(said["revision"]),
            )
        except (KeyError, ValueError, TypeError):
            raise self.bad("its first line is incomplete") from None


@contextmanager
def opened(path: Path) -> Iterator[BackupReader]:
    """A backup to read. Raises BadBackup."""
    if not path.is_file():
        raise BadBackup(path, "there is no such file")
    with gzip.open(path, "rb") as file:
        yield BackupReader(path, file)
