"""Check the whole audit chain; it needs no key and opens nothing."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import func, select

from signalering.domain.errors import InvalidInput
from signalering.domain.retention import Erasable
from signalering.domain.texts import N_
from signalering.domain.views.audit.verify import Fault, Verdict
from signalering.models.audit.segment import AuditEntry, AuditSegment
from signalering.models.retention.run import ErasureCount
from signalering.services.audit.heads import heads_of, newest_heads
from signalering.services.work import Work
from signalering.vault.chain import OPENING, ChainFault, Entry, FaultKind, Head, Segment, faults

AT_ONCE = 1000
LABELS: Mapping[str, str] = MappingProxyType(
    {
        FaultKind.EDIT: N_("deze regel is veranderd"),
        FaultKind.GAP: N_("hier ontbreken regels"),
        FaultKind.MISSING_HEAD: N_("deze regel was er, en is weg of veranderd"),
        FaultKind.ORDER: N_("deze regel staat op een andere plaats dan waar hij is geschreven"),
    }
)


def head(work: Work) -> str:
    """The ends of the chain as short lines `segment:number:hash`, to be kept elsewhere.

    They cover everything before them: whoever keeps them can tell later that a tail was cut off.
    """
    ends = sorted(newest_heads(work), key=lambda end: (end.segment, end.number))
    return "\n".join(f"{end.segment}:{end.number}:{end.hash.hex()}" for end in ends)


def verify(work: Work, kept_head: str = "") -> Verdict:
    """Check every segment and entry, and that the kept head is still there.

    Raises InvalidInput for a kept head that is none.
    """
    kept = _read(kept_head)
    counter = _Counter()
    found: list[ChainFault] = []
    segments: list[Segment] = []
    for row in work.data.scalars(select(AuditSegment)):
        try:
            heads = heads_of(row)
        except (ValueError, TypeError):
            heads = []
            found.append(ChainFault(FaultKind.EDIT, row.id, OPENING))
        segments.append(Segment(row.id, heads))
    found += faults(segments, counter.counted(_entries(work)), kept)
    found = _without_erased(work, segments, kept, without_new(work, segments, found))
    return Verdict(
        segments=len(segments),
        entries=counter.count,
        faults=tuple(Fault(f.kind.value, LABELS[f.kind], f.segment, f.number) for f in found),
    )


def without_new(work: Work, segments: list[Segment], found: list[ChainFault]) -> list[ChainFault]:
    """Leave out segments that were opened while we read: their entries came, their row had not."""
    strangers = {fault.segment for fault in found} - {segment.id for segment in segments}
    if not strangers:
        return found
    opened = set(work.data.scalars(select(AuditSegment.id).where(AuditSegment.id.in_(strangers))))
    return [fault for fault in found if fault.segment not in opened]


def _without_erased(
    work: Work, segments: list[Segment], kept: list[Head], found: list[ChainFault]
) -> list[ChainFault]:
    """Leave out heads of segments that were erased when their years were over.

    All before a month go together, so only what was opened in the first two months that are left
    may name any: newer segments name the heads of two months and no older (heads.py). A segment
    that is gone elsewhere, or that a kept head names, stays a fault.
    """
    erased = ErasureCount.object_kind == Erasable.AUDIT.value
    if not work.data.scalar(select(func.count()).where(erased)):
        return found
    months = work.data.scalars(
        select(AuditSegment.opened_in).distinct().order_by(AuditSegment.opened_in).limit(2)
    ).all()
    first = set(
        work.data.scalars(select(AuditSegment.id).where(AuditSegment.opened_in.in_(months)))
    )
    there = {segment.id for segment in segments}
    named = {(head.segment, head.number) for s in segments if s.id in first for head in s.heads}
    later = {head.segment for s in segments if s.id not in first for head in s.heads}
    later |= {head.segment for head in kept}
    return [
        fault
        for fault in found
        if fault.kind is not FaultKind.MISSING_HEAD
        or fault.segment in there | later
        or (fault.segment, fault.number) not in named
    ]


class _Counter:
    def __init__(self) -> None:
        self.count = 0

    def counted(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        for entry in entries:
            self.count += 1
            yield entry


def _entries(work: Work) -> Iterator[Entry]:
    columns = (
        AuditEntry.segment_id,
        AuditEntry.number,
        AuditEntry.previous_hash,
        AuditEntry.entry_hash,
        AuditEntry.sealed,
    )
    rows = work.data.execute(
        select(*columns)
        .order_by(AuditEntry.segment_id, AuditEntry.number)
        .execution_options(yield_per=AT_ONCE)
    )
    for segment_id, number, previous, digest, sealed in rows:
        yield Entry(segment_id, number, previous, digest, sealed)


def _read(kept_head: str) -> list[Head]:
    heads = []
    for line in kept_head.split():
        try:
            segment, number, digest = line.split(":")
            heads.append(Head(UUID(segment), int(number), bytes.fromhex(digest)))
        except ValueError:
            raise InvalidInput("head", "not_a_head") from None
    return heads
