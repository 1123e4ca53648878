"""Give a reporter with a new key pair the older signals back (*opnieuw koppelen*).

A coordinator sees the reporter inside the triage seal, and wraps each signal's thread key to the
reporter's new key. The tags are made with a key that the reporter alone has: so the list of
signals is sealed to the reporter, whose next visit makes new tags and forgets the list.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import Row, delete, exists, select, update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import month_of
from signalering.domain.commands.accounts.relink import RelinkReporter
from signalering.domain.errors import CannotOpen, Conflict, NotFound
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.permissions import Permission
from signalering.domain.retention import add_months
from signalering.domain.views.keys.waiting import WaitingPerson
from signalering.models.accounts.relink import Relink
from signalering.models.keys.group import Wrap
from signalering.models.signals.entries import TriageEntry
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.keys.compared import compared
from signalering.services.keys.groups import open_group
from signalering.services.keys.waiting import waiting_reporters
from signalering.services.sealing import REPORTER, open_key, open_own_key, open_payload
from signalering.services.signals.own import MONTHS, own_signals
from signalering.services.signals.reporter_key import write_reporters
from signalering.services.signals.tagging import unused_tag
from signalering.services.work import Work
from signalering.vault.relinks import open_signals, seal_signals
from signalering.vault.seals import Slot
from signalering.vault.wraps import Form, Purpose, wrap_to_public

CHUNK = 500
Found = Row[UUID, UUID, UUID, bytes]


def ask_for_relink(work: Work, account_id: UUID) -> None:
    """Let a reporter wait whose key pair is new; what an earlier list said was for the old one."""
    row = work.data.get(Relink, account_id)
    if row is None:
        work.data.add(Relink(account_id=account_id))
    else:
        row.sealed = None
    work.data.flush()


def waits_for_relink(work: Work, account_id: UUID) -> bool:
    """Whether this reporter's older signals were not looked up yet."""
    row = work.data.get(Relink, account_id)
    return row is not None and row.sealed is None


def waiting_reporter(work: Work, account_id: UUID) -> WaitingPerson:
    """A reporter who waits. Raises Denied, NotFound."""
    require(Permission.RELINK, work.by(), None, work.clock.today())
    for person in waiting_reporters(work):
        if person.account_id == account_id:
            return person
    raise NotFound


def relink(work: Work, command: RelinkReporter) -> int:
    """Look through 25 months of signals for this reporter's; gives how many there were.

    One that can't be opened stops nothing, and is counted in the trail. Raises Denied, NotFound,
    KeysNeeded, CannotOpen without the team's key, InvalidInput for another fingerprint, Conflict
    when a colleague was first, or is sealing these signals under new keys at this moment.
    """
    person = waiting_reporter(work, command.account_id)
    open_group(work, KeyGroup.CASEWORK)
    public = compared(work, person.account_id, command.shown, command.heard)
    found, shut = [], 0
    for signal in _signals(work):
        try:
            if _reporter(work, signal) == str(person.account_id):
                _wrap(work, public, signal)
                found.append(signal.id)
        except CannotOpen:
            shut += 1
    _hand_over(work, person.account_id, seal_signals(public, found, person.account_id))
    record(work, AuditAction.REPORTER_RELINKED, person.account_id, count=len(found), unopened=shut)
    return len(found)


def is_handed_over(work: Work) -> bool:
    """Whether older signals lie ready for the actor."""
    mine = exists().where(Relink.account_id == work.by().account_id, Relink.sealed.is_not(None))
    return bool(work.data.scalar(select(mine)))


def take_over(work: Work) -> int:
    """Make the listed signals the actor's own, with new tags; gives how many.

    A list for an older key pair than the actor's is dropped, and the actor waits again. What the
    actor's key doesn't open isn't taken over: whoever forged the list gains nothing.
    Raises Denied, KeysNeeded.
    """
    account_id = work.by().account_id
    row = work.data.get(Relink, account_id)
    if row is None or row.sealed is None:
        return 0
    try:
        listed = open_signals(work.opened.secret, row.sealed, account_id)
    except CannotOpen:
        ask_for_relink(work, account_id)
        record(work, AuditAction.SIGNALS_TAKEN_OVER, account_id, outcome="refused", count=0)
        return 0
    claimed = work.data.scalar(
        delete(Relink)
        .where(Relink.account_id == account_id, Relink.sealed == row.sealed)
        .returning(Relink.account_id)
        .execution_options(synchronize_session=False)
    )
    if claimed is None:
        return 0
    work.data.expunge(row)
    own = {signal.id for signal in own_signals(work)}
    count = sum(_tagged(work, signal_id) for signal_id in listed if signal_id not in own)
    record(work, AuditAction.SIGNALS_TAKEN_OVER, account_id, count=count)
    return count


def _signals(work: Work) -> Iterator[Found]:
    """Every signal of 25 months with what its seal says first, in the order of their ids."""
    since = add_months(work.clock.today().replace(day=1), 1 - MONTHS)
    query = (
        select(Signal.id, Signal.thread_key_id, Signal.triage_key_id, TriageEntry.sealed)
        .join(TriageEntry, TriageEntry.signal_id == Signal.id)
        .where(Signal.registered_on >= since, TriageEntry.number == 1)
        .order_by(Signal.id)
        .limit(CHUNK)
    )
    chunk = work.data.execute(query).all()
    while chunk:
        # Held while the chunk is gone through: each key is then found without another question.
        held = _wraps(work, chunk)
        yield from (one for one in chunk if {one.triage_key_id, one.thread_key_id} <= held.keys())
        chunk = work.data.execute(query.where(Signal.id > chunk[-1].id)).all()


def _wraps(work: Work, chunk: Sequence[Found]) -> dict[UUID, Wrap]:
    ids = [key_id for one in chunk for key_id in (one.triage_key_id, one.thread_key_id)]
    rows = work.keys.scalars(
        select(Wrap).where(Wrap.key_id.in_(ids), Wrap.holder == KeyGroup.CASEWORK.value)
    )
    return {row.key_id: row for row in rows}


def _reporter(work: Work, signal: Found) -> str:
    key = open_key(work, KeyGroup.CASEWORK, Purpose.TRIAGE, signal.triage_key_id)
    slot = Slot(TriageEntry.__tablename__, "sealed", signal.id, 1)
    payload = open_payload(key, slot, signal.sealed)
    return str(payload.get("account", ""))


def _wrap(work: Work, public: bytes, signal: Found) -> None:
    key_id = signal.thread_key_id
    key = open_key(work, KeyGroup.CASEWORK, Purpose.THREAD, key_id)
    wrapped = wrap_to_public(public, key, key_id, Purpose.THREAD)
    row = work.keys.get(Wrap, (key_id, REPORTER))
    if row is None:
        work.keys.add(Wrap(key_id=key_id, holder=REPORTER, form=Form.HPKE, wrapped=wrapped))
    else:
        row.wrapped = wrapped
    # Compared by phone: from now on the thread itself tells that it is the reporter's.
    write_reporters(work, signal.id, key_id, key, public)


def _hand_over(work: Work, account_id: UUID, sealed: bytes) -> None:
    claimed = work.data.scalar(
        update(Relink)
        .where(Relink.account_id == account_id, Relink.sealed.is_(None))
        .values(sealed=sealed)
        .returning(Relink.account_id)
        .execution_options(synchronize_session=False)
    )
    if claimed is None:
        raise Conflict


def _tagged(work: Work, signal_id: UUID) -> bool:
    signal = work.data.get(Signal, signal_id)
    if signal is None:
        return False
    try:
        open_own_key(work, Purpose.THREAD, signal.thread_key_id)
    except CannotOpen:
        return False
    signal.reporter_tag = unused_tag(work, month_of(signal.registered_on))
    work.data.flush()
    return True
