"""What a case's keeper and the reporter of its signal wrote to each other since the case began.

The words stand in the signal's thread, which both can open. The reporter's session can't know the
case, so nothing tells its keeper by mail that there is an answer: the list does, and the page.
"""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, KeysNeeded
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import CaseState, SignalState
from signalering.domain.views.signals.reply import Message
from signalering.models.accounts.account import Account
from signalering.models.cases.case import Case
from signalering.models.signals.entries import ThreadEntry
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.cases.entries import Entries, origins
from signalering.services.cases.telling import signal_of_case
from signalering.services.opening import AT_ONCE, open_keys
from signalering.services.signals.entries import Payload, opened_entries
from signalering.services.signals.last_word import OF_CASE
from signalering.services.signals.messages import messages_of
from signalering.services.signals.thread import thread_entries, thread_key, threads_of
from signalering.services.signals.unread import Side, is_unread, mark_read
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.wraps import Purpose

Numbered = list[tuple[int, Payload]]


def talk_of(work: Work, case: Case, entries: Entries) -> tuple[Message, ...]:
    """The messages since the first that came from the case; its keeper has read them then.

    Reading them is reading the signal, and is written down as that. Raises CannotOpen.
    """
    signal = signal_of_case(work, entries)
    if signal is None:
        return ()
    key = thread_key(work, signal)
    thread = thread_entries(work, signal, key)
    said = _since_case(thread)
    if not said:
        return ()
    if work.by().keeps(case.owner_id) and signal.state == SignalState.CLOSED:
        mark_read(work, signal, key, thread, Side.COORDINATOR)
    record(work, AuditAction.SIGNAL_READ, signal.id)
    return messages_of(said, _names(work, said))


def answered(work: Work, cases: Sequence[Case]) -> frozenset[UUID]:
    """Which of the live cases in hand hold a new message of the reporter; no word is given out.

    As many statements for a hundred cases as for one. What doesn't open, or with no keys open at
    all, isn't marked.
    """
    live = [
        case for case in cases if work.by().keeps(case.owner_id) and case.state != CaseState.CLOSED
    ]
    try:
        came_from = {
            UUID(first["signal"]): case_id for case_id, first in origins(work, live).items()
        }
        told = _with_answer(work, list(came_from))
    except (CannotOpen, KeysNeeded):
        return frozenset()
    return frozenset(came_from[signal_id] for signal_id in told)


def _with_answer(work: Work, signal_ids: Sequence[UUID]) -> Iterator[UUID]:
    """Those that ended, and whose thread has something new for the keeper since its case began."""
    for start in range(0, len(signal_ids), AT_ONCE):
        some = signal_ids[start : start + AT_ONCE]
        query = select(Signal.id, Signal.thread_key_id).where(
            Signal.id.in_(some), Signal.state == SignalState.CLOSED.value
        )
        key_ids = {row[0]: row[1] for row in work.data.execute(query)}
        keys = dict(open_keys(work, KeyGroup.CASEWORK, Purpose.THREAD, list(key_ids.values())))
        for signal_id, rows in threads_of(work, list(key_ids)).items():
            key = keys.get(key_ids[signal_id])
            if key is not None and _is_new(work, rows, key):
                yield signal_id


def _is_new(work: Work, rows: Sequence[ThreadEntry], key: RecordKey) -> bool:
    try:
        thread = opened_entries(rows, key)
    except CannotOpen:
        return False
    return bool(_since_case(thread)) and is_unread(thread, Side.COORDINATOR, work.clock.now())


def _since_case(thread: Numbered) -> Numbered:
    begun = next((at for at, (_, one) in enumerate(thread) if one.get(OF_CASE)), len(thread))
    return thread[begun:]


def _names(work: Work, said: Iterable[tuple[int, Payload]]) -> dict[str, str]:
    ids = {UUID(payload["by"]) for _, payload in said if payload.get("by")}
    rows = work.data.execute(select(Account.id, Account.name).where(Account.id.in_(ids)))
    return {str(row_id): name for row_id, name in rows}
