"""Keep the foreword of a report for the alderman."""

from dataclasses import dataclass

FOREWORD_LIMIT = 3000


@dataclass(frozen=True)
class WriteForeword:
    """`version` is what the page showed, 0 where nothing was kept; `no_names` as for a note.

    An empty text takes the foreword away.
    """

    period: str
    version: int
    text: str
    no_names: tuple[str, ...] = ()
