"""Entries of the trail, newest first, opening no more of it than is asked for."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from signalering.domain.clock import AMSTERDAM, month_of
from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import KeyGroup
from signalering.models.audit.segment import AuditEntry, AuditSegment
from signalering.models.keys.group import Wrap
from signalering.services.audit.writer import SEGMENT_LIFE
from signalering.services.sealing import open_key, open_payload
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.seals import Slot
from signalering.vault.wraps import Purpose

AT_ONCE = 50
WRAPS_AT_ONCE = 500


@dataclass(frozen=True, order=True)
class Place:
    """Where an entry stands in the trail; `text` survives a trip through an address."""

    at: datetime
    segment: UUID
    number: int

    @property
    def text(self) -> str:
        """`2026-11-23T09:30:00.segment.number`, in UTC."""
        return f"{self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{self.segment}.{self.number}"


def place_of(text: str) -> Place:
    """The place that a text stands for. Raises ValueError."""
    at, segment, number = text.split(".")
    return Place(datetime.fromisoformat(at).replace(tzinfo=UTC), UUID(segment), int(number))


@dataclass
class NewestFirst:
    """Merges the segments of a month, newest entry first, then goes a month back."""

    work: Work
    unopened: int = 0
    _wraps: list[Wrap] = field(default_factory=list, repr=False)

    def since(self, last_day: date | None) -> Iterator[tuple[Place, dict[str, Any]]]:
        """Every entry that opens, from the end (or the end of a day in Amsterdam) backwards."""
        months = self._months(last_day)
        merged: list[tuple[float, int, int, Place, dict[str, Any], _Segment]] = []
        month = next(months, None)
        while month is not None or merged:
            # A segment goes on for its hour into the next month: look a month back in time.
            while month is not None and (not merged or self._may_precede(month, merged[0][3].at)):
                for segment in self._segments(month):
                    self._push(merged, segment)
                month = next(months, None)
            if not merged:
                continue
            *_, place, payload, segment = heapq.heappop(merged)
            yield place, payload
            self._push(merged, segment)

    def _push(self, merged: list[Any], segment: "_Segment") -> None:
        for place, payload in segment.entries:
            key = (-place.at.timestamp(), -place.segment.int, -place.number)
            heapq.heappush(merged, (*key, place, payload, segment))
            return

    @staticmethod
    def _may_precede(month: str, newest: datetime) -> bool:
        """Whether a segment opened in the month before may hold something as new as this."""
        year, number = int(month[:4]), int(month[5:])
        after = date(year + number // 12, number % 12 + 1, 1)
        return newest < datetime.combine(after, time(), AMSTERDAM) + SEGMENT_LIFE

    def _months(self, last_day: date | None) -> Iterator[str]:
        query = select(AuditSegment.opened_in).distinct()
        if last_day is not None:
            query = query.where(AuditSegment.opened_in <= month_of(last_day))
        return iter(self.work.data.scalars(query.order_by(AuditSegment.opened_in.desc())).all())

    def _segments(self, month: str) -> list["_Segment"]:
        ids = self.work.data.scalars(
            select(AuditSegment.id).where(AuditSegment.opened_in == month)
        ).all()
        for start in range(0, len(ids), WRAPS_AT_ONCE):
            wanted = Wrap.key_id.in_(ids[start : start + WRAPS_AT_ONCE])
            # Kept, so that open_key finds each without asking the keystore again.
            self._wraps += self.work.keys.scalars(
                select(Wrap).where(wanted, Wrap.holder == KeyGroup.AUDIT)
            )
        return [_Segment(self._entries(segment_id)) for segment_id in ids]

    def _entries(self, segment_id: UUID) -> Iterator[tuple[Place, dict[str, Any]]]:
        key: RecordKey | None
        try:
            key = open_key(self.work, KeyGroup.AUDIT, Purpose.SEGMENT, segment_id)
        except CannotOpen:
            key = None
        below = None
        while True:
            query = select(AuditEntry.number, AuditEntry.sealed).where(
                AuditEntry.segment_id == segment_id
            )
            if below is not None:
                query = query.where(AuditEntry.number < below)
            rows = self.work.data.execute(
                query.order_by(AuditEntry.number.desc()).limit(AT_ONCE)
            ).all()
            for number, sealed in rows:
                opened = self._opened(key, segment_id, number, sealed)
                if opened is None:
                    self.unopened += 1
                else:
                    yield opened
            if len(rows) < AT_ONCE:
                return
            below = rows[-1][0]

    @staticmethod
    def _opened(
        key: RecordKey | None, segment_id: UUID, number: int, sealed: bytes
    ) -> tuple[Place, dict[str, Any]] | None:
        if key is None:
            return None
        try:
            payload = open_payload(key, Slot("audit_entry", "sealed", segment_id, number), sealed)
            at = datetime.fromisoformat(payload["at"])
        except (CannotOpen, KeyError, ValueError):
            return None
        return Place(at, segment_id, number), payload


@dataclass(frozen=True)
class _Segment:
    entries: Iterator[tuple[Place, dict[str, Any]]]


def day_begins(day: date) -> datetime:
    """The first moment of a day in Amsterdam."""
    return datetime.combine(day, time(), AMSTERDAM)


def day_ends(day: date) -> datetime:
    """The first moment after a day in Amsterdam; after the last day that is, its last moment."""
    if day == date.max:
        return datetime.max.replace(tzinfo=AMSTERDAM)
    return day_begins(day + timedelta(days=1))
