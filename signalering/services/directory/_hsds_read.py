"""Reads a file of HSDS 3: one JSON file, or a zip of CSV files (the tabular data package)."""

import csv
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO, StringIO
from typing import Any

from signalering.domain.errors import InvalidInput
from signalering.domain.faults import Fault
from signalering.domain.hsds import (
    OLD_PARTS,
    OLD_PATHS,
    ONE_PART,
    PARTS,
    PATHS,
    TABLES,
    Bundle,
    Row,
)

# What a file may be at most: more is no directory of a region.
LARGEST_FILE = 6 * 1024 * 1024
LARGEST_UNPACKED = 24 * 1024 * 1024
MOST_MEMBERS = 60
MOST_SERVICES = 5_000
MOST_ROWS = 60_000
LARGEST_CELL = 20_000

_KEPT_EMPTY = {name: frozenset(rule["required"]) for name, rule in TABLES.items()}
_OF_PATH = {**{path: name for name, path in PATHS.items()}, **OLD_PATHS}


def bundles_of(data: bytes) -> tuple[bool, Iterator[Bundle], list[Fault]]:
    """Whether it is tabular, its services one by one, and what is wrong beside them.

    The list of faults is whole when all services were taken. Raises InvalidInput for a file that
    can't be read at all.
    """
    if len(data) > LARGEST_FILE:
        raise InvalidInput("file", "file_large", most=str(LARGEST_FILE // 1024 // 1024))
    faults: list[Fault] = []
    if data[:2] == b"PK":
        return True, _of_tables(_tables(data, faults), faults), faults
    return False, _of_services(_services(data)), faults


def _services(data: bytes) -> list[Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_refused)
    except (ValueError, RecursionError):
        raise InvalidInput("file", "file_unreadable") from None
    if isinstance(found, dict):
        found = found.get("contents", found.get("services", [found]))
    if not isinstance(found, list) or not found:
        raise InvalidInput("file", "file_no_services")
    if len(found) > MOST_SERVICES:
        raise InvalidInput("file", "file_many", most=str(MOST_SERVICES))
    return found


def _refused(constant: str) -> None:
    raise ValueError(constant)


def _of_services(services: list[Any]) -> Iterator[Bundle]:
    for number in range(1, len(services) + 1):
        # Let go of what was read: all of it twice in memory is too much.
        found, services[number - 1] = services[number - 1], None
        yield _of_service(found, number)


def _of_service(found: Any, number: int) -> Bundle:
    if not isinstance(found, dict):
        return Bundle(Row("service", "service", number, {}))
    top = _Nested("service", number)
    service = top.row("service", found)
    organization = found.get("organization")
    at = top.parts(found, "service_at_locations")
    first = at[0] if at else {}
    location = first.get("location")
    terms = [one.get("taxonomy_term") for one in top.parts(found, "attributes")]
    return Bundle(
        service=service,
        organization=top.one(organization, "organization"),
        organization_phones=top.rows(organization, "phones", "organization.phones"),
        location=top.one(location, "location"),
        addresses=top.rows(location, "addresses", "location.addresses"),
        accessibility=top.rows(location, "accessibility", "location.accessibility"),
        phones=top.rows(found, "phones"),
        schedules=(
            *top.rows(found, "schedules"),
            *top.rows(first, "schedules", "service_at_locations.schedules"),
        ),
        languages=top.rows(found, "languages"),
        cost_options=top.rows(found, "cost_options"),
        service_areas=top.rows(found, "service_areas"),
        terms=tuple(
            top.row("taxonomy_term", one, "attributes.taxonomy_term")
            for one in terms
            if isinstance(one, dict)
        ),
        faults=tuple(top.faults),
    )


class _Nested:
    """Takes a service of a JSON file apart."""

    def __init__(self, file: str, number: int) -> None:
        self._file, self._number = file, number
        self.faults: list[Fault] = []

    def row(self, table: str, found: Mapping[str, Any], path: str = "") -> Row:
        file = f"{self._file}.{path}" if path else self._file
        return Row(table, file, self._number, _told(table, found))

    def one(self, found: Any, table: str) -> Row | None:
        return self.row(table, found, table) if isinstance(found, dict) else None

    def rows(self, found: Any, name: str, path: str = "") -> tuple[Row, ...]:
        return tuple(self.row(PARTS[name], one, path or name) for one in self.parts(found, name))

    def parts(self, found: Any, name: str) -> list[dict[str, Any]]:
        if not isinstance(found, dict):
            return []
        old = next((theirs for theirs, ours in OLD_PARTS.items() if ours == name), name)
        parts = found.get(name, found.get(old))
        if parts is None:
            return []
        if not isinstance(parts, list) or not all(isinstance(one, dict) for one in parts):
            self.faults.append(
                Fault(self._file, self._number, name, "hsds_type", {"allowed": "array"})
            )
            return []
        return parts


def _told(table: str, found: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says: nothing and empty texts are left out, but where a field has to stand."""
    kept = _KEPT_EMPTY[table]
    return {
        name: "" if value is None else value
        for name, value in found.items()
        if (value is not None and value != "") or (value == "" and name in kept)
        if name not in PARTS and name not in ONE_PART and name not in OLD_PARTS
    }


def _tables(data: bytes, faults: list[Fault]) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = {}
    left = LARGEST_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            members = packed.infolist()
            if len(members) > MOST_MEMBERS:
                raise InvalidInput("file", "file_many_parts", most=str(MOST_MEMBERS))
            for member in members:
                name = member.filename.rpartition("/")[2].lower()
                table = _OF_PATH.get(name)
                if table is None or table in tables:
                    continue
                with packed.open(member) as stream:
                    # What a packed file says of its size need not be so: no more is read than fits.
                    text = stream.read(left + 1)
                left -= len(text)
                if left < 0:
                    raise InvalidInput(
                        "file", "file_large", most=str(LARGEST_UNPACKED // 1024 // 1024)
                    )
                tables[table] = _csv_rows(table, name, text, faults)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError):
        # RuntimeError is what the library says of a password, or of a way to pack that it lacks.
        raise InvalidInput("file", "file_unreadable") from None
    if not tables.get("service"):
        raise InvalidInput("file", "file_no_services")
    if len(tables["service"]) > MOST_SERVICES:
        raise InvalidInput("file", "file_many", most=str(MOST_SERVICES))
    if sum(map(len, tables.values())) > MOST_ROWS:
        raise InvalidInput("file", "file_many_rows", most=str(MOST_ROWS))
    return tables


def _csv_rows(table: str, file: str, data: bytes, faults: list[Fault]) -> list[Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput("file", "file_not_utf8", name=file) from None
    head = text.split("\n", 1)[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    csv.field_size_limit(LARGEST_CELL)
    rows: list[Row] = []
    try:
        lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        names = [name.strip().lower() for name in next(lines, [])]
        for number, cells in enumerate(lines, start=2):
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(names):
                faults.append(Fault(file, number, "", "hsds_columns"))
            padded = [*cells, *[""] * len(names)][: len(names)]
            found = dict(zip(names, (cell.strip() for cell in padded), strict=True))
            rows.append(Row(table, file, number, _typed(table, _told(table, found))))
            if len(rows) > MOST_ROWS:
                raise InvalidInput("file", "file_many_rows", most=str(MOST_ROWS))
    except csv.Error:
        raise InvalidInput("file", "file_unreadable") from None
    return rows


def _typed(table: str, found: dict[str, Any]) -> dict[str, Any]:
    """Numbers as numbers, where a text is one; another stays a text, and the schema refuses it."""
    rules = TABLES[table]["properties"]
    for name, value in found.items():
        if rules.get(name, {}).get("type") == "number":
            try:
                found[name] = float(value) if "." in value else int(value)
            except ValueError:
                continue
    return found


def _of_tables(tables: dict[str, list[Row]], faults: list[Fault]) -> Iterator[Bundle]:
    from signalering.services.directory._hsds_joined import joined

    yield from joined(tables, faults)
