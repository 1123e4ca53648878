"""A list of colleagues to invite: a CSV file, one a row, under a heading.

CSV as RFC 4180 has it, in UTF-8; a semicolon or a tab may stand for the comma, as spreadsheets
write it here.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass
from types import MappingProxyType

from signalering.domain.errors import InvalidInput
from signalering.domain.faults import Fault
from signalering.domain.hats import check_hats
from signalering.domain.offer_facts import mail_address_of
from signalering.domain.partner_facts import required_line
from signalering.domain.states import Hat
from signalering.domain.text import clean_line
from signalering.domain.vocabularies import vocabulary

LARGEST = 100_000
MOST_ROWS = 500
# Headings in both languages of the screens.
HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "naam": "name",
        "name": "name",
        "e-mailadres": "email",
        "e-mail": "email",
        "email": "email",
        "rollen": "hats",
        "rol": "hats",
        "roles": "hats",
        "role": "hats",
        "organisatie": "partner",
        "organisation": "partner",
        "taal": "language",
        "language": "language",
    }
)
NEEDED = frozenset({"name", "email", "hats"})
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "": "nl",
        "nl": "nl",
        "nederlands": "nl",
        "dutch": "nl",
        "en": "en",
        "engels": "en",
        "english": "en",
    }
)


@dataclass(frozen=True)
class Row:
    """The cells of a row as they stand; the heading is row 1."""

    row: int
    name: str
    email: str
    hats: str
    partner: str
    language: str
    # What stands behind the last column of the heading.
    spare: str = ""


def rows_of(content: bytes) -> list[Row]:
    """Rows that say something. Raises InvalidInput for `file` when the file as a whole is no list.

    What is wrong within a row is told by `read_row`.
    """
    if len(content) > LARGEST:
        raise InvalidInput("file", "list_large", limit=str(LARGEST // 1000))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput("file", "list_encoding") from None
    heading = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    try:
        # A cell that is never closed would take in all that follows.
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise InvalidInput("file", "list_broken") from None
    numbered = [(at, one) for at, one in enumerate(lines, start=1) if any(map(str.strip, one))]
    if not numbered:
        raise InvalidInput("file", "required")
    columns = _columns(numbered[0][1])
    if len(numbered) == 1:
        raise InvalidInput("file", "list_nobody")
    if len(numbered) - 1 > MOST_ROWS:
        raise InvalidInput("file", "too_many_lines", limit=str(MOST_ROWS))
    return [_row(number, columns, cells) for number, cells in numbered[1:]]


def _columns(cells: list[str]) -> dict[str, int]:
    found = [HEADINGS.get(cell.strip().casefold(), "") for cell in cells]
    if "" in found or len(set(found)) < len(found) or not set(found) >= NEEDED:
        raise InvalidInput("file", "list_columns")
    return {name: place for place, name in enumerate(found)}


def _row(number: int, columns: Mapping[str, int], cells: list[str]) -> Row:
    names = ("name", "email", "hats", "partner", "language")
    places = [columns.get(name, len(cells)) for name in names]
    values = [cells[place].strip() if place < len(cells) else "" for place in places]
    values.append("".join(cells[len(columns) :]).strip())
    return Row(number, *values)


@dataclass(frozen=True)
class Colleague:
    """What a row says; `hats` are codes, and a cell with a fault is empty."""

    row: int
    name: str
    email: str
    hats: tuple[str, ...]
    partner: str
    language: str

    def as_row(self) -> Row:
        """To be written down."""
        return Row(
            self.row, self.name, self.email, ", ".join(self.hats), self.partner, self.language
        )


def read_row(row: Row) -> tuple[Colleague, list[Fault]]:
    """Who it is, and all that is wrong with the cells themselves."""
    faults = [Fault("", row.row, "row", "list_cells")] if row.spare else []

    def told(name: str, act: Callable[[], str]) -> str:
        try:
            return act()
        except InvalidInput as error:
            faults.append(Fault("", row.row, name, error.code, error.params))
            return ""

    name = told("name", lambda: required_line(row.name, 120, "name"))
    email = told("email", lambda: required_line(mail_address_of(row.email) or "", 254, "email"))
    hats = told("hats", lambda: ",".join(_hats(row.hats)))
    partner = told("partner", lambda: clean_line(row.partner, 200))
    language = told("language", lambda: _language(row.language))
    codes = tuple(hats.split(",")) if hats else ()
    return Colleague(row.row, name, email, codes, partner, language), faults


def _hats(text: str) -> list[str]:
    known = {
        label.casefold(): term.code
        for term in vocabulary("hats")
        for label in (term.code, term.nl, term.en)
    }
    parts = clean_line(text, 200).replace("+", ",").replace(";", ",").replace("/", ",").split(",")
    wanted = [part.strip().casefold() for part in parts if part.strip()]
    if not all(part in known for part in wanted):
        raise InvalidInput("hats", "list_hat")
    found = sorted({known[part] for part in wanted})
    check_hats(Hat(code) for code in found)
    return found


def _language(text: str) -> str:
    found = LANGUAGES.get(clean_line(text, 40).casefold())
    if found is None:
        raise InvalidInput("language", "list_language")
    return found


def carried(colleagues: Iterable[Colleague], left_out: int) -> str:
    """What a page keeps between looking and yes; nothing is stored meanwhile."""
    rows = [astuple(one.as_row()) for one in colleagues]
    return json.dumps({"rows": rows, "left_out": left_out}, ensure_ascii=False)


def of_carried(text: str) -> tuple[list[Row], int]:
    """The same back again. Raises InvalidInput for what no page of ours wrote."""
    try:
        kept = json.loads(text)
        rows = [Row(*cells) for cells in kept["rows"]]
        left_out = kept["left_out"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise InvalidInput("file", "import_gone") from None
    plain = all(
        isinstance(one.row, int) and all(isinstance(cell, str) for cell in astuple(one)[1:])
        for one in rows
    )
    if not plain or not rows or len(rows) > MOST_ROWS or not isinstance(left_out, int):
        raise InvalidInput("file", "import_gone")
    return rows, left_out
