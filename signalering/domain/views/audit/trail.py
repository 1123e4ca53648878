"""The audit trail as privacy officers see it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class TrailLine:
    """One act. `label` is Dutch, to be translated when shown; `object_name` is a name or reference.

    Details are codes, days, counts and names.
    """

    at: datetime
    actor: str
    hat: str
    action: str
    label: str
    object_kind: str
    object_id: str
    object_name: str
    outcome: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TrailView:
    """A page of the trail, newest first. `unopened` counts entries that did not open."""

    lines: tuple[TrailLine, ...]
    next_before: str
    unopened: int
    accounts: tuple[tuple[UUID, str], ...]
