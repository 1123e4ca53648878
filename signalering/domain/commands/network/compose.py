"""Keep the issue that is being written."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ComposeNewsletter:
    """`version` is what the page showed, 0 where nothing was kept; `chosen` are keys of items.

    `no_names` as for a note.
    """

    version: int
    intro_nl: str
    intro_en: str
    chosen: tuple[str, ...]
    no_names: tuple[str, ...] = ()
