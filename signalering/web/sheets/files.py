"""The forms in which figures can be taken along, and the file of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from signalering.domain.figure_tables import ALL_TABLES
from signalering.domain.views.statistics.sheet import SheetView
from signalering.web.sheets.comma import excel_csv, plain_csv
from signalering.web.sheets.grid import Grid, file_words, grid_of
from signalering.web.sheets.ods import ods
from signalering.web.sheets.xlsx import xlsx


@dataclass(frozen=True)
class Form:
    """How a file is written; `ending` stands behind its name."""

    kind: str
    ending: str
    write: Callable[[Grid, SheetView], bytes]


@dataclass(frozen=True)
class File:
    """What is handed out."""

    body: bytes
    name: str
    kind: str


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "excel-csv": Form("text/csv; charset=utf-8", ".csv", lambda grid, _: excel_csv(grid)),
        "xlsx": Form(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xlsx",
            lambda grid, view: xlsx(grid, view.fixed_on),
        ),
        "ods": Form(
            "application/vnd.oasis.opendocument.spreadsheet",
            ".ods",
            lambda grid, view: ods(grid, view.fixed_on),
        ),
        "csv": Form(
            "text/csv; charset=utf-8; header=present", "-data.csv", lambda grid, _: plain_csv(grid)
        ),
    }
)


def file_of(view: SheetView, table: str, form: str, installation: str) -> File:
    """The file of a view, in the language of the request. Raises KeyError for another form."""
    chosen = FORMS[form]
    words = "" if table == ALL_TABLES else f"-{file_words(table)}"
    return File(
        chosen.write(grid_of(view, installation), view),
        f"signalering-{view.period}{words}{chosen.ending}",
        chosen.kind,
    )
