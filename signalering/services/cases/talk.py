"""What a case's keeper and the reporter of its signal wrote to each other since the case began.

The words stand in the signal's thread, which both can open. The reporter's session can't know the
case, so nothing tells its keeper by mail that there is an answer: the list does, and the page.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, KeysNeeded
from signalering.domain.states import CaseState, SignalState
from signalering.domain.views.signals.reply import Message
from signalering.models.accounts.account import Account
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.cases.entries import Entries, case_entries, case_key
from signalering.services.cases.telling import signal_of_case
from signalering.services.signals.entries import Payload
from signalering.services.signals.last_word import OF_CASE
from signalering.services.signals.messages import messages_of
from signalering.services.signals.thread import thread_entries, thread_key
from signalering.services.signals.unread import Side, is_unread, mark_read
from signalering.services.work import Work

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
    if case.owner_id == work.by().account_id and signal.state == SignalState.CLOSED:
        mark_read(work, signal, key, thread, Side.COORDINATOR)
    record(work, AuditAction.SIGNAL_READ, signal.id)
    return messages_of(said, _names(work, said))


def answered(work: Work, cases: Sequence[Case]) -> frozenset[UUID]:
    """Which of the actor's own live cases hold a new message of the reporter; no word is given out.

    What doesn't open, or with no keys open at all, isn't marked.
    """
    own = [
        case
        for case in cases
        if case.owner_id == work.by().account_id and case.state != CaseState.CLOSED
    ]
    return frozenset(case.id for case in own if _is_answered(work, case))


def _is_answered(work: Work, case: Case) -> bool:
    try:
        signal = signal_of_case(work, case_entries(work, case, case_key(work, case)))
        if signal is None or signal.state != SignalState.CLOSED:
            return False
        return _is_new(work, signal)
    except (CannotOpen, KeysNeeded):
        return False


def _is_new(work: Work, signal: Signal) -> bool:
    thread = thread_entries(work, signal, thread_key(work, signal))
    return bool(_since_case(thread)) and is_unread(thread, Side.COORDINATOR, work.clock.now())


def _since_case(thread: Numbered) -> Numbered:
    begun = next((at for at, (_, one) in enumerate(thread) if one.get(OF_CASE)), len(thread))
    return thread[begun:]


def _names(work: Work, said: Iterable[tuple[int, Payload]]) -> dict[str, str]:
    ids = {UUID(payload["by"]) for _, payload in said if payload.get("by")}
    rows = work.data.execute(select(Account.id, Account.name).where(Account.id.in_(ids)))
    return {str(row_id): name for row_id, name in rows}
