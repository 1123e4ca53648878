"""The audit trail as its privacy officer reads it: for tests that ask what was accounted for."""

import json
from typing import Any

from sqlalchemy import select

from kit.town import Town
from signalering.models.audit.segment import AuditEntry
from signalering.services.sealing import open_key
from signalering.vault.seals import Slot, open_sealed
from signalering.vault.wraps import Purpose


def entries(town: Town, action: str | None = None) -> list[dict[str, Any]]:
    """Every entry, or those of one action; across segments in no order."""
    found = []
    with town.work("privacy_officer", writes=False) as work:
        for row in work.data.scalars(
            select(AuditEntry).order_by(AuditEntry.segment_id, AuditEntry.number)
        ):
            key = open_key(work, "audit", Purpose.SEGMENT, row.segment_id)
            slot = Slot("audit_entry", "sealed", row.segment_id, row.number)
            found.append(json.loads(open_sealed(key, slot, row.sealed)))
    return [entry for entry in found if action is None or entry["action"] == action]


def count(town: Town, action: str) -> int:
    """How many entries of one action there are."""
    return len(entries(town, action))
