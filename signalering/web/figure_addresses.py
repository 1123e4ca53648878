"""What stands for a period and for a table in an address; anything else is no address at all."""

from werkzeug.routing import BaseConverter


class PeriodConverter(BaseConverter):
    """A year, half or quarter: "2026", "2026H1", "2026Q3"."""

    regex = r"[0-9]{4}(?:H[12]|Q[1-4])?"


class TableConverter(BaseConverter):
    """The name of a table: a few words with hyphens."""

    regex = r"[a-z]{1,20}(?:-[a-z]{1,20}){0,4}"
