"""What one side of a thread has not read yet: counted inside the thread's own first seal.

It is written in its place, as the reporter's key is: a row more a reading would count, for anybody
who has the database, how often somebody looked.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select, update

from signalering.domain.errors import CannotOpen, KeysNeeded
from signalering.models.signals.entries import ThreadEntry
from signalering.models.signals.signal import Signal
from signalering.services.sealing import open_payload, seal_payload
from signalering.services.signals.entries import Payload, opened_entries
from signalering.services.signals.messages import is_message, shows
from signalering.services.signals.thread import thread_key, threads_of
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.seals import Slot

FIELD = "read"
FIRST = 1


class Side(StrEnum):
    """Who reads: the reporter, or the coordinator who keeps the signal."""

    REPORTER = "reporter"
    COORDINATOR = "coordinator"


def is_unread(entries: Iterable[tuple[int, Payload]], side: Side, now: datetime) -> bool:
    """Whether the other side wrote something that shows by now and was not read."""
    listed = list(entries)
    return _written_to(listed, side, now) > _read_by(listed[0][1], side)


def mark_read(
    work: Work,
    signal: Signal,
    key: RecordKey,
    entries: Sequence[tuple[int, Payload]],
    side: Side,
) -> None:
    """Keep that this side read all that shows by now. Raises CannotOpen.

    Nothing is written when there is nothing new, nor when the keys were renewed at this moment:
    then it counts as unread once more, and nothing is lost.
    """
    count = _written_to(entries, side, work.clock.now())
    if count <= _read_by(entries[0][1], side):
        return
    query = select(Signal.thread_key_id).where(Signal.id == signal.id)
    if work.data.scalar(query.with_for_update()) != signal.thread_key_id:
        return
    row = work.data.get_one(ThreadEntry, (signal.id, FIRST), populate_existing=True)
    slot = Slot(ThreadEntry.__tablename__, "sealed", signal.id, FIRST)
    payload = open_payload(key, slot, row.sealed)
    payload[FIELD] = {**payload.get(FIELD, {}), side.value: count}
    work.data.execute(
        update(ThreadEntry)
        .where(ThreadEntry.signal_id == signal.id, ThreadEntry.number == FIRST)
        .values(sealed=seal_payload(key, slot, payload))
    )


def unread_by_keeper(work: Work, signals: Sequence[Signal]) -> frozenset[UUID]:
    """Which of the actor's own signals in hand hold a new message; no word is given out.

    What doesn't open, or with no keys open at all, isn't marked.
    """
    own = [signal for signal in signals if work.by().keeps(signal.owner_id)]
    threads = threads_of(work, [signal.id for signal in own])
    found = set()
    for signal in own:
        try:
            entries = opened_entries(threads.get(signal.id, []), thread_key(work, signal))
        except (CannotOpen, KeysNeeded):
            continue
        if entries and is_unread(entries, Side.COORDINATOR, work.clock.now()):
            found.add(signal.id)
    return frozenset(found)


def _written_to(entries: Iterable[tuple[int, Payload]], side: Side, now: datetime) -> int:
    return sum(
        is_message(payload) and payload["side"] != side and shows(payload, now)
        for _, payload in entries
    )


def _read_by(first: Payload, side: Side) -> int:
    return int(first.get(FIELD, {}).get(side.value, 0))
