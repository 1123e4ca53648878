"""The last word of a case to the reporter of its signal, and the talk that it ends.

It is written in its place, into the status that the thread has already: a row more would count,
for anybody who has the database, which signals belong to cases that have ended. It fits the size
that the status was padded to.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select, update

from signalering.domain.errors import Conflict
from signalering.domain.states import FeedbackLine
from signalering.models.signals.entries import ThreadEntry
from signalering.models.signals.signal import Signal
from signalering.services.sealing import seal_payload
from signalering.services.signals.entries import Payload
from signalering.services.signals.messages import shows
from signalering.services.signals.thread import thread_entries
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.seals import Slot

# Marks a message that a case's keeper wrote after the signal was finished.
OF_CASE = "case"


def say_last(work: Work, signal: Signal, key: RecordKey, line: FeedbackLine | None) -> None:
    """Let the line show with the last status, from the next working day at 07:00; without a line

    only the talk ends. Raises CannotOpen, Conflict when its keys were renewed at this moment.
    """
    query = select(Signal.thread_key_id).where(Signal.id == signal.id)
    if work.data.scalar(query.with_for_update()) != signal.thread_key_id:
        raise Conflict
    entries = thread_entries(work, signal, key)
    number, payload = next(one for one in reversed(entries) if one[1]["kind"] == "status")
    shown_from = work.calendar.visible_from(work.clock.now()).isoformat(timespec="seconds")
    before = payload.get("then") or {}
    if line is None and before.get("line"):
        # It ends once more: what the reporter was told stays told.
        payload["then"] = before | {"over": shown_from}
    else:
        payload["then"] = {"from": shown_from, "line": line.value if line else None}
    slot = Slot(ThreadEntry.__tablename__, "sealed", signal.id, number)
    work.data.execute(
        update(ThreadEntry)
        .where(ThreadEntry.signal_id == signal.id, ThreadEntry.number == number)
        .values(sealed=seal_payload(key, slot, payload))
        .execution_options(synchronize_session=False)
    )
    # Who reads the thread in this same work reads the row as it is now.
    work.data.expire(work.data.get_one(ThreadEntry, (signal.id, number)))


def is_talking(entries: Iterable[tuple[int, Payload]], now: datetime) -> bool:
    """Whether the keeper of a case wrote to the reporter, and the talk was not ended since."""
    wrote = ended = ""
    for _, payload in entries:
        if payload.get(OF_CASE) and shows(payload, now):
            wrote = max(wrote, payload["from"])
        elif then := payload.get("then"):
            ends = [then["from"], then.get("over") or then["from"]]
            ended = max([ended, *(one for one in ends if shows({"from": one}, now))])
    return wrote > ended
