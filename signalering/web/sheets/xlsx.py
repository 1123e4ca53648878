"""Figures as an Excel workbook."""

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from signalering.web.sheets.grid import Cell, Grid, TableGrid
from signalering.web.sheets.tabs import tab_names

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDE, NARROW = 32, 14


def xlsx(grid: Grid, fixed_on: date) -> bytes:
    """A tab that explains, and one a table. Dated on the day the figures stand for."""
    # A large package: whoever takes no workbook along doesn't wait for it.
    from xlsxwriter import Workbook

    out = io.BytesIO()
    # Its pieces stay in memory; no text becomes a formula or a link by itself.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(out, options)
    made_on = datetime.combine(fixed_on, time())
    book.set_properties({"title": grid.title, "created": made_on})
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True})
    about = book.add_worksheet(grid.about_name)
    about.set_column(0, 0, 100)
    about.write_string(0, 0, grid.title, bold)
    for number, line in enumerate(grid.about, start=2):
        about.write_string(number, 0, line, wrapped)
    for name, table in zip(tab_names(grid), grid.tables, strict=True):
        _write(book.add_worksheet(name), table, bold)
    book.close()
    return out.getvalue()


def _write(place: "Worksheet", table: TableGrid, bold: "Format") -> None:
    last = len(table.header) - 1
    place.set_column(0, last, WIDE)
    place.set_column(0, 0, NARROW)
    place.set_column(last - 1, last, NARROW)
    place.write_string(0, 0, table.title, bold)
    for column, text in enumerate(table.header):
        _cell(place, 2, column, text, bold)
    for number, row in enumerate(table.rows, start=3):
        for column, cell in enumerate(row):
            _cell(place, number, column, cell)
    place.freeze_panes(3, 0)
    place.autofilter(2, 0, 2 + len(table.rows), last)


def _cell(
    place: "Worksheet", row: int, column: int, cell: Cell, form: "Format | None" = None
) -> None:
    if isinstance(cell, int):
        place.write_number(row, column, cell, form)
    elif cell is not None:
        place.write_string(row, column, cell, form)
