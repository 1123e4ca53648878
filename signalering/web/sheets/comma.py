"""Figures as comma-separated values: as Dutch Excel opens them, and as programs read them."""

import csv
import io
import re
from collections.abc import Iterable

from signalering.web.sheets.grid import Cell, Grid, Row

BYTE_ORDER_MARK = "\ufeff"
# "0-4" in a cell of a file that Excel reads may become a day in April; with a dash it stays text.
_LIKE_A_DAY = re.compile(r"(\d{1,4})-(\d{1,4})")


def excel_csv(grid: Grid) -> bytes:
    """For Excel with Dutch settings: semicolons, and a mark in front that says UTF-8.

    Titles, tables and explanation stand below each other, as on a page.
    """
    rows: list[Row] = [(grid.title,), ()]
    for table in grid.tables:
        rows += [(table.title,), table.header, *table.rows, ()]
    rows += [(line,) for line in grid.about]
    undated = (tuple(map(_undated, row)) for row in rows)
    return (BYTE_ORDER_MARK + written(undated, ";")).encode()


def plain_csv(grid: Grid) -> bytes:
    """For programs: RFC 4180 in UTF-8 with one header line, and codes beside labels.

    The format has no place for notes, so that the last column has them in each row. A table with
    one class axis leaves the columns of a second one empty.
    """
    most = max(len(table.code_header) for table in grid.tables) - 1
    about = " ".join(grid.about)
    rows: list[Row] = [_header(grid, most)]
    for table in grid.tables:
        for codes, row in zip(table.codes, table.rows, strict=True):
            name, *keys = codes
            period, *labels, figure, shown = row
            spare = [None] * (most - len(keys))
            rows.append((period, name, *keys, *spare, *labels, *spare, figure, shown, about))
    return written(rows, ",").encode()


def _header(grid: Grid, most: int) -> Row:
    """Of one table its own columns; of several what all of them have."""
    if len(grid.tables) == 1:
        (table,) = grid.tables
        period, *axes = table.header
        return (period, *table.code_header, *axes, grid.about_name)
    first = grid.tables[0]
    numbers = range(1, most + 1)
    return (
        first.header[0],
        first.code_header[0],
        *(f"code_{number}" for number in numbers),
        *(f"label_{number}" for number in numbers),
        *first.header[-2:],
        grid.about_name,
    )


def _undated(cell: Cell) -> Cell:
    if isinstance(cell, str) and (found := _LIKE_A_DAY.fullmatch(cell)):
        return f"{found[1]}\N{EN DASH}{found[2]}"
    return cell


def written(rows: Iterable[Row], delimiter: str) -> str:
    """Rows as lines; cells are quoted where they need it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
