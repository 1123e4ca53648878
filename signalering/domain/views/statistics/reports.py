"""Which reports there are."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReportsView:
    """Codes of periods, newest first: of all that are released, and of reports for the alderman."""

    released: tuple[str, ...]
    alderman: tuple[str, ...]
    may_write: bool
