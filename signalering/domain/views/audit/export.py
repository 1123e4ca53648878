"""A part of the trail to take along."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ExportLine:
    """One act. All but names are codes, days, counts and ids, as the trail has them.

    `label` is Dutch, to be translated; names and references are empty where nothing has the id.
    """

    at: datetime
    actor_id: str
    actor: str
    hat: str
    action: str
    label: str
    object_kind: str
    object_id: str
    object_name: str
    outcome: str
    purpose: str
    details: Mapping[str, str]


@dataclass(frozen=True)
class ExportView:
    """What was found, newest first; `unopened` counts entries on the way that did not open."""

    lines: tuple[ExportLine, ...]
    unopened: int
