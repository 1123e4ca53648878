"""Files with figures, opened again without the libraries that wrote them (ODS: with its own)."""

import csv
import io
import re
import zipfile
from xml.etree import ElementTree

from odfdo import Document

Cell = str | int | None
Rows = list[list[Cell]]
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHOWN = re.compile(r"(?:ongeveer|about) ([0-9]+)|0[-\N{EN DASH}]4")


def opened(body: bytes, form: str) -> dict[str, Rows]:
    """The rows of each tab; a file of one has it under an empty name."""
    readers = {"xlsx": _xlsx, "ods": _ods, "csv": _plain, "excel-csv": _excel}
    return readers[form](body)


def figures(tabs: dict[str, Rows]) -> list[int]:
    """The figure of every row that ends with a number and its wording; both must say the same."""
    found = []
    for rows in tabs.values():
        for row in rows:
            at = next(
                (n for n, cell in enumerate(row) if n and _SHOWN.fullmatch(str(cell or ""))), None
            )
            if at is None:
                assert not any(isinstance(cell, int) for cell in row), row
                continue
            worded = _SHOWN.fullmatch(str(row[at]))
            assert worded is not None
            figure = int(worded[1] or 0)
            assert row[at - 1] in ((None, "") if figure == 0 else (figure, str(figure))), row
            assert not any(isinstance(cell, int) for cell in row[: at - 1] + row[at + 1 :])
            found.append(figure)
    return found


def texts(tabs: dict[str, Rows]) -> list[str]:
    """Every cell of text."""
    cells = [cell for rows in tabs.values() for row in rows for cell in row]
    return [cell for cell in cells if isinstance(cell, str) and cell]


def _plain(body: bytes) -> dict[str, Rows]:
    rows = list(csv.reader(io.StringIO(body.decode("utf-8"), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1, "RFC 4180, 2.4: as many fields on each line"
    return {"": [list(row) for row in rows]}


def _excel(body: bytes) -> dict[str, Rows]:
    text = body.decode("utf-8-sig")
    assert body.startswith(b"\xef\xbb\xbf")
    assert text.count("\n") == text.count("\r\n")
    return {"": [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=";")]}


def _ods(body: bytes) -> dict[str, Rows]:
    made = Document(io.BytesIO(body))
    assert made.meta.title
    assert made.language in ("nl-NL", "en-GB")
    found: dict[str, Rows] = {}
    for table in made.body.tables:
        rows: Rows = []
        for row in table.rows:
            cells: list[Cell] = []
            for cell in row.cells:
                assert cell.formula is None
                cells.append(int(cell.value) if cell.type == "float" else cell.value)
            rows.append(cells)
        found[str(table.name)] = rows
    return found


def _xlsx(body: bytes) -> dict[str, Rows]:
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        shared = [
            "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))
            for item in ElementTree.fromstring(parts.read("xl/sharedStrings.xml"))
        ]
        book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
        names = [sheet.attrib["name"] for sheet in book.iter(f"{_MAIN}sheet")]
        assert len(names) == len({name.casefold() for name in names})
        assert all(0 < len(name) <= 31 for name in names)
        sheets = [
            ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml"))
            for number in range(1, len(names) + 1)
        ]
    assert not any(list(sheet.iter(f"{_MAIN}f")) for sheet in sheets), "no formula"
    return {
        name: [_row(row, shared) for row in sheet.iter(f"{_MAIN}row")]
        for name, sheet in zip(names, sheets, strict=True)
    }


def _row(row: ElementTree.Element, shared: list[str]) -> list[Cell]:
    """A cell that is empty isn't there: where the others stand tells."""
    there = {ord(cell.attrib["r"][0]) - ord("A"): _value(cell, shared) for cell in row}
    return [there.get(column) for column in range(max(there, default=-1) + 1)]


def _value(cell: ElementTree.Element, shared: list[str]) -> Cell:
    value = cell.find(f"{_MAIN}v")
    if value is None or value.text is None:
        return None
    return shared[int(value.text)] if cell.get("t") == "s" else int(value.text)
