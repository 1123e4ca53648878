"""Which public key is the reporter's: said inside the thread's first seal.

The stored public key is unproven: a writer to the database can put one of their own there. Nothing
of a thread is sealed to a key that its own seal doesn't tell of. The reporter writes it at logging
and at a new key pair; a coordinator who compared the fingerprint by phone, when signals are linked
again. It is changed in its place: one more entry would show which signals belong together.
"""

from uuid import UUID

from sqlalchemy import select, update

from signalering.domain.errors import CannotOpen, Conflict
from signalering.models.signals.entries import ThreadEntry
from signalering.models.signals.signal import Signal
from signalering.services.sealing import open_payload, seal_payload
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.seals import Slot
from signalering.vault.users import key_hash

FIELD = "key"
FIRST = 1


def said_of(public: bytes) -> dict[str, str]:
    """What the thread's first entry says of its reporter's key."""
    return {FIELD: key_hash(public).hex()}


def is_reporters(work: Work, signal_id: UUID, key: RecordKey, public: bytes) -> bool:
    """Whether the thread tells that this public key is its reporter's. Raises CannotOpen."""
    row = work.data.get(ThreadEntry, (signal_id, FIRST), populate_existing=True)
    if row is None:
        raise CannotOpen
    payload = open_payload(key, _slot(signal_id), row.sealed)
    return payload.get(FIELD) == said_of(public)[FIELD]


def write_reporters(
    work: Work, signal_id: UUID, key_id: UUID, key: RecordKey, public: bytes
) -> None:
    """Let the thread tell of another key from now on.

    A first entry that doesn't open stays as it is. Raises Conflict when the thread was sealed
    under another key at this very moment.
    """
    held = work.data.scalar(
        select(Signal.thread_key_id).where(Signal.id == signal_id).with_for_update()
    )
    if held != key_id:
        raise Conflict
    row = work.data.get(ThreadEntry, (signal_id, FIRST), populate_existing=True)
    if row is None:
        return
    try:
        payload = open_payload(key, _slot(signal_id), row.sealed)
    except CannotOpen:
        return
    sealed = seal_payload(key, _slot(signal_id), payload | said_of(public))
    work.data.execute(
        update(ThreadEntry)
        .where(ThreadEntry.signal_id == signal_id, ThreadEntry.number == FIRST)
        .values(sealed=sealed)
    )


def _slot(signal_id: UUID) -> Slot:
    return Slot(ThreadEntry.__tablename__, "sealed", signal_id, FIRST)
