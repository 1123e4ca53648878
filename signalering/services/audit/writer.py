"""The writer of one process: a segment a thread, a segment key an hour.

A segment belongs to one thread, so its entries follow each other without a lock across threads
and nodes. Only the key is kept in memory; number and hash are read back, because a transaction
that was rolled back took its entries along.
"""

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from signalering.vault.kinds import SegmentKey, new_segment_key

SEGMENT_LIFE = timedelta(hours=1)


@dataclass(frozen=True)
class OpenSegment:
    """The segment that this thread writes now."""

    id: UUID
    key: SegmentKey
    opened_at: datetime


class AuditWriter:
    """Knows the segment that each thread of this process writes."""

    def __init__(self) -> None:
        self._threads = threading.local()

    def current(self, now: datetime) -> OpenSegment | None:
        """This thread's segment, unless its hour is over."""
        segment: OpenSegment | None = getattr(self._threads, "segment", None)
        if segment is None or not timedelta(0) <= now - segment.opened_at < SEGMENT_LIFE:
            return None
        return segment

    def open(self, now: datetime) -> OpenSegment:
        """A new segment for this thread; its row is the caller's to write."""
        segment = OpenSegment(uuid4(), new_segment_key(), now)
        self._threads.segment = segment
        return segment
