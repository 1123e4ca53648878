"""What reporter and coordinators both read of a signal: the note, and where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import select

from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import FeedbackLine, ReporterStatus
from signalering.models.signals.entries import ThreadEntry
from signalering.models.signals.signal import Signal
from signalering.services.sealing import open_key
from signalering.services.signals.entries import Payload, add_entry, opened_entries
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.wraps import Purpose

Entries = list[tuple[int, Payload]]


@dataclass(frozen=True)
class ShownStatus:
    """Where a signal stands for its reporter, at some moment."""

    status: ReporterStatus
    line: FeedbackLine | None = None


def thread_key(work: Work, signal: Signal) -> RecordKey:
    """The key of the signal's thread, as a coordinator. Raises CannotOpen."""
    return open_key(work, KeyGroup.CASEWORK, Purpose.THREAD, signal.thread_key_id)


def add_thread_entry(work: Work, signal: Signal, key: RecordKey, payload: Mapping[str, Any]) -> int:
    """Seal a payload as the thread's next entry, and give its number."""
    return add_entry(work, ThreadEntry, signal.id, key, payload)


def thread_entries(work: Work, signal: Signal, key: RecordKey) -> list[tuple[int, Payload]]:
    """Every entry of the thread with its number, oldest first. Raises CannotOpen."""
    query = (
        select(ThreadEntry).where(ThreadEntry.signal_id == signal.id).order_by(ThreadEntry.number)
    )
    return opened_entries(work.data.scalars(query).all(), key)


def threads_of(work: Work, ids: Sequence[UUID]) -> dict[UUID, list[ThreadEntry]]:
    """The rows of several threads by their signal, oldest first, still sealed."""
    rows = work.data.scalars(
        select(ThreadEntry)
        .where(ThreadEntry.signal_id.in_(ids))
        .order_by(ThreadEntry.signal_id, ThreadEntry.number)
    )
    return {key: list(group) for key, group in groupby(rows, lambda row: row.signal_id)}


def registered_on(entries: Iterable[tuple[int, Payload]]) -> date:
    """The day of registration, which a finished signal says in its seal alone."""
    day = next(payload["day"] for _, payload in entries if payload["kind"] == "registered")
    return date.fromisoformat(day)


def add_status(
    work: Work,
    signal: Signal,
    key: RecordKey,
    status: ReporterStatus,
    line: FeedbackLine | None = None,
) -> None:
    """Tell the reporter where the signal stands, from the next working day at 07:00."""
    add_thread_entry(work, signal, key, status_entry(work, status, line))


def status_entry(
    work: Work,
    status: ReporterStatus,
    line: FeedbackLine | None = None,
    since: datetime | None = None,
) -> dict[str, Any]:
    """What the thread says of a new status; it shows from `since`, or the next working day on."""
    shows = since or work.calendar.visible_from(work.clock.now())
    return {
        "kind": "status",
        "status": status.value,
        "from": shows.isoformat(timespec="seconds"),
        "line": line.value if line else None,
    }


def shown_status(entries: Iterable[tuple[int, Payload]], now: datetime) -> ShownStatus:
    """The latest status that shows by now; `received` until the first one does."""
    shown = ShownStatus(ReporterStatus.RECEIVED)
    for _, payload in entries:
        if payload["kind"] == "status" and datetime.fromisoformat(payload["from"]) <= now:
            line = line_of(payload, now)
            shown = ShownStatus(
                ReporterStatus(payload["status"]), FeedbackLine(line) if line else None
            )
    return shown


def line_of(payload: Payload, now: datetime | None = None) -> str | None:
    """The line that goes with a status: that of its last word (last_word.py), once it shows."""
    line: str | None = payload["line"]
    then = payload.get("then") or {}
    if then.get("line") and (now is None or datetime.fromisoformat(then["from"]) <= now):
        line = then["line"]
    return line


def had_status(entries: Iterable[tuple[int, Payload]], status: ReporterStatus) -> bool:
    """Whether the thread ever said this status, shown or not."""
    return any(p["kind"] == "status" and p["status"] == status for _, p in entries)


def last_status(entries: Iterable[tuple[int, Payload]]) -> ReporterStatus | None:
    """What the thread said last, shown or not; None before it says anything."""
    said = [payload["status"] for _, payload in entries if payload["kind"] == "status"]
    return ReporterStatus(said[-1]) if said else None
