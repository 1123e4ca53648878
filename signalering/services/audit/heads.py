"""The ends of the audit chain: what a new segment names, and what is kept elsewhere."""

import json
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from signalering.models.audit.segment import AuditEntry, AuditSegment
from signalering.services.work import Work
from signalering.vault.chain import Head


def heads_of(segment: AuditSegment) -> list[Head]:
    """The heads that a segment opened with. Raises ValueError when somebody wrote nonsense."""
    return [
        Head(UUID(segment_id), int(number), bytes.fromhex(digest))
        for segment_id, number, digest in json.loads(segment.heads)
    ]


def last_entries(work: Work, segment_ids: Sequence[UUID]) -> list[Head]:
    """The last entry of each of these segments."""
    last = (
        select(AuditEntry.segment_id, func.max(AuditEntry.number).label("number"))
        .where(AuditEntry.segment_id.in_(segment_ids))
        .group_by(AuditEntry.segment_id)
        .subquery()
    )
    rows = work.data.execute(
        select(AuditEntry.segment_id, AuditEntry.number, AuditEntry.entry_hash).join(
            last,
            (AuditEntry.segment_id == last.c.segment_id) & (AuditEntry.number == last.c.number),
        )
    )
    return [Head(segment_id, number, digest) for segment_id, number, digest in rows]


def newest_heads(work: Work) -> list[Head]:
    """Heads of the two newest months with segments that no other segment has named yet.

    Older ones have been named by these, so every head covers all that came before it.
    """
    months = work.data.scalars(
        select(AuditSegment.opened_in).distinct().order_by(AuditSegment.opened_in.desc()).limit(2)
    ).all()
    segments = work.data.scalars(
        select(AuditSegment).where(AuditSegment.opened_in.in_(months))
    ).all()
    named = {head for segment in segments for head in heads_of(segment)}
    return [head for head in last_entries(work, [s.id for s in segments]) if head not in named]
