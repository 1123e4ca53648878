"""The keys for open data, as the administrator sees them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class KeyLine:
    """One key. `tool` is the name of a program; `works` says that it lets in today."""

    id: UUID
    tool: str
    made_on: date
    until_on: date
    used_on: date | None
    withdrawn_on: date | None
    works: bool


@dataclass(frozen=True)
class KeysView:
    """Those that work first, the newest on top; then the others, for as long as they are kept."""

    lines: tuple[KeyLine, ...]
