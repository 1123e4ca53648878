"""A sheet as rows of cells in the reader's language: what all writers write, and nothing else.

A figure takes two cells. The number is for reckoning: it is empty where the figure is 0, because
a 0 in a column of numbers is read as nought, and it means nought to four. The other one says it in
words ("0-4", "ongeveer 15") and is never empty, so that no row looks forgotten. A sum over the
numbers is what it would be with noughts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import format_date, gettext

from signalering.domain.views.statistics.published import Figure, Label
from signalering.domain.views.statistics.sheet import SheetTable, SheetView
from signalering.domain.vocabularies import vocabulary
from signalering.web.language import label, language
from signalering.web.period_names import period_name

Cell = str | int | None
Row = tuple[Cell, ...]
# How a spreadsheet knows a formula. OWASP, "CSV Injection": a quote in front makes it text; full
# width signs are taken for plain ones by some programs.
_FORMULA = re.compile("^[=+\\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True)
class TableGrid:
    """One table: its name for a tab, its title, the names of its columns, its rows.

    `codes` are the columns for programs, put before the others where a form has them.
    """

    name: str
    title: str
    header: Row
    rows: tuple[Row, ...]
    code_header: Row
    codes: tuple[Row, ...]


@dataclass(frozen=True)
class Grid:
    """A file: its title, lines that explain it with the name for them, and its tables."""

    title: str
    about_name: str
    about: tuple[str, ...]
    tables: tuple[TableGrid, ...]


def grid_of(view: SheetView, installation: str) -> Grid:
    """A view in the language of the request. Every text is safe to stand in a cell."""
    tables = tuple(_table(table, view.period) for table in view.tables)
    return Grid(
        safe(f"Signalering: {gettext('cijfers')}, {period_name(view.period)}"),
        safe(gettext("Toelichting")),
        tuple(map(safe, _about(view, installation))),
        tables,
    )


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula, on one line."""
    line = " ".join(text.split()) if text.strip() else ""
    return f"'{line}" if _FORMULA.match(text) or _FORMULA.match(line) else line


def _about(view: SheetView, installation: str) -> Iterable[str]:
    yield gettext(
        "Periode: %(first)s tot en met %(last)s.",
        first=format_date(view.first_day, "long"),
        last=format_date(view.last_day, "long"),
    )
    for code in view.notes:
        yield label(code, "figure_notes")
    yield gettext("Bij 0-4 is de kolom met het getal leeg, zodat niemand er een nul in leest.")
    source = gettext("Bron: Signalering, %(name)s.", name=installation)
    yield f"{source} {label('attribution', 'figure_notes')}"


def _table(table: SheetTable, period: str) -> TableGrid:
    name = label(table.name, "figure_tables")
    counted = f" ({label(table.counted, 'figure_counted')})" if table.counted else ""
    axes = [label(axis.dimension, "figure_dimensions") for axis in table.axes]
    return TableGrid(
        name=safe(_capital(name)),
        title=safe(f"{_capital(name)}{counted}, {period_name(period)}"),
        header=_heads(
            [label("period", "figure_dimensions"), *axes, gettext("getal"), gettext("weergave")]
        ),
        rows=tuple(
            (safe(period), *_texts(map(_named, row.labels)), *_cells(row.figure))
            for row in table.rows
        ),
        code_header=_heads([gettext("tabel"), *(f"{axis} ({gettext('code')})" for axis in axes)]),
        codes=tuple(
            _texts([table.name, *(each.code for each in row.labels)]) for row in table.rows
        ),
    )


def _named(named: Label) -> str:
    return named.en if language() == "en" else named.nl


def _texts(texts: Iterable[str]) -> Row:
    return tuple(safe(text) for text in texts)


def _heads(texts: Iterable[str]) -> Row:
    return _texts(_capital(text) for text in texts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cells(figure: Figure) -> Sequence[Cell]:
    shown = str(gettext(figure.text, figure=figure.figure))
    return (figure.figure or None, safe(shown))


def file_words(table: str) -> str:
    """The name of a table as it stands in the name of a file: plain letters and hyphens."""
    words = vocabulary("figure_tables").label(table, language())
    return re.sub("[^a-z0-9]+", "-", words.lower()).strip("-")
