"""Names of the tabs of a workbook."""

import re

from signalering.web.sheets.grid import Grid

# What spreadsheets take: 31 signs, and none of these.
LONGEST = 31
_REFUSED = re.compile(r"[\[\]:*?/\\']")


def tab_names(grid: Grid) -> list[str]:
    """A name for each table's tab, none twice, none that of the explanation; capitals don't

    count.
    """
    names: list[str] = []
    known = {grid.about_name.casefold()}
    for number, table in enumerate(grid.tables, start=1):
        name = _REFUSED.sub(" ", table.name).strip()[:LONGEST]
        if not name or name.casefold() in known:
            name = f"{name[: LONGEST - 4]} {number}".strip()
        known.add(name.casefold())
        names.append(name)
    return names
