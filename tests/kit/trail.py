"""The audit trail as its privacy officer reads it: for tests that ask what was accounted for."""

import json
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from kit.town import Town
from signalering.models.audit.segment import AuditEntry
from signalering.services.sealing import open_key
from signalering.vault.chain import OPENING
from signalering.vault.seals import Slot, open_sealed
from signalering.vault.wraps import Purpose

Place = tuple[UUID, int]


def keys_of_entries(town: Town) -> set[Place]:
    """Segment and number of every entry."""
    with town.work(writes=False) as work:
        rows = work.data.execute(select(AuditEntry.segment_id, AuditEntry.number))
        return {(segment_id, number) for segment_id, number in rows}


def ends(town: Town) -> dict[UUID, int]:
    """The last number of every segment."""
    last = func.max(AuditEntry.number)
    with town.work(writes=False) as work:
        rows = work.data.execute(select(AuditEntry.segment_id, last).group_by("segment_id"))
        return dict(rows.all())


def added(before: dict[UUID, int], after: dict[UUID, int]) -> set[Place]:
    """What was written between two times; a segment is numbered without a gap."""
    return {
        (segment_id, number)
        for segment_id, last in after.items()
        for number in range(before.get(segment_id, OPENING) + 1, last + 1)
    }


def read_entries(town: Town, places: Collection[Place]) -> list[dict[str, Any]]:
    """What these entries say, segment by segment in their order."""
    found: list[dict[str, Any]] = []
    if not places:
        return found
    with town.work("privacy_officer", writes=False) as work:
        for segment_id, number in sorted(places):
            row = work.data.get_one(AuditEntry, (segment_id, number))
            key = open_key(work, "audit", Purpose.SEGMENT, segment_id)
            slot = Slot("audit_entry", "sealed", segment_id, number)
            found.append(json.loads(open_sealed(key, slot, row.sealed)))
    return found


def entries(town: Town, action: str | None = None) -> list[dict[str, Any]]:
    """Every entry, or those of one action."""
    found = read_entries(town, keys_of_entries(town))
    return [entry for entry in found if action is None or entry["action"] == action]
