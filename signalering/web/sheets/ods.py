"""Figures as an OpenDocument spreadsheet, the open standard that Dutch governments use."""

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from signalering.web.language import language
from signalering.web.sheets.grid import Grid, Row
from signalering.web.sheets.tabs import tab_names

if TYPE_CHECKING:
    from odfdo import Table


def ods(grid: Grid, fixed_on: date) -> bytes:
    """A tab that explains, and one a table. Dated on the day the figures stand for."""
    # A large package: whoever takes no spreadsheet along doesn't wait for it.
    from odfdo import Document

    made = Document("spreadsheet")
    body = made.body
    body.clear()
    about: list[Row] = [(grid.title,), (), *((line,) for line in grid.about)]
    body.append(_tab(grid.about_name, about))
    for name, table in zip(tab_names(grid), grid.tables, strict=True):
        body.append(_tab(name, [(table.title,), (), table.header, *table.rows]))
    made.language = "en-GB" if language() == "en" else "nl-NL"
    made.meta.title = grid.title
    made.meta.creation_date = datetime.combine(fixed_on, time())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _tab(name: str, rows: list[Row]) -> "Table":
    from odfdo import Cell, Table
    from odfdo import Row as OdsRow

    place = Table(name)
    for row in rows:
        line = OdsRow()
        for cell in row:
            line.append_cell(Cell() if cell is None else Cell(cell))
        place.append_row(line)
    return place
