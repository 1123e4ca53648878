"""What lies in the databases of the signals that were sent, counted without opening anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from kit.town import Town
from signalering.models.audit.segment import AuditEntry
from signalering.models.keys.group import Wrap
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.models.signals.signal import Signal, SignalIndicator
from signalering.vault.chain import OPENING

# Of each signal that is sent: its day and its note, who sent it, one thing that was noticed.
ROWS = {ThreadEntry.signal_id: 2, TriageEntry.signal_id: 1, SignalIndicator.signal_id: 1}
# Its words are for coordinators and for its reporter; what coordinators say among them is not.
WRAPS = (2, 1)


@dataclass(frozen=True)
class Count:
    """What was promised beside what is there."""

    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    half_made: int = 0

    @property
    def sound(self) -> bool:
        """Something was sent, and all is as it was promised."""
        return bool(self.acknowledged) and not (self.lost or self.doubled or self.half_made)


@dataclass(frozen=True)
class Before:
    """What was there before anything was sent."""

    signals: frozenset[UUID]
    entries: int


def before(town: Town) -> Before:
    """As it is now."""
    with town.house.data.connect() as data:
        return Before(frozenset(data.scalars(select(Signal.id))), _entries(data))


def counted(town: Town, since: Before, receipts: Sequence[UUID]) -> Count:
    """Receipts beside rows.

    Lost: acknowledged, and not there. Doubled: there, and never acknowledged (whoever was not
    answered asked again with the same form), or acknowledged twice. Half-made: without its words,
    codes or keys, or more signals than entries in the trail, or a trail with a gap.
    """
    acknowledged = set(receipts)
    with town.house.data.connect() as data, town.house.keystore.connect() as keystore:
        keys = select(Signal.id, Signal.thread_key_id, Signal.triage_key_id)
        signals = {
            id_: (thread, triage)
            for id_, thread, triage in data.execute(keys)
            if id_ not in since.signals
        }
        rows = [(_by(data, column), count) for column, count in ROWS.items()]
        wraps = _by(keystore, Wrap.key_id)
        whole = {
            id_
            for id_, keys_of in signals.items()
            if all(found.get(id_) == count for found, count in rows)
            and tuple(wraps.get(key) for key in keys_of) == WRAPS
        }
        untold = max(0, len(signals) - (_entries(data) - since.entries))
        return Count(
            len(acknowledged),
            lost=len(acknowledged - signals.keys()),
            doubled=len(signals.keys() - acknowledged) + len(receipts) - len(acknowledged),
            half_made=len(signals) - len(whole) + untold + _gaps(data),
        )


def _entries(data: Connection) -> int:
    return data.scalar(select(func.count()).select_from(AuditEntry)) or 0


def _by(connection: Connection, column: InstrumentedAttribute[UUID]) -> dict[UUID, int]:
    rows = connection.execute(select(column, func.count()).group_by(column))
    return {row[0]: row[1] for row in rows}


def _gaps(data: Connection) -> int:
    """Entries that don't follow on the one before them."""
    one = aliased(AuditEntry)
    follows = and_(
        one.segment_id == AuditEntry.segment_id,
        one.number == AuditEntry.number - 1,
        one.entry_hash == AuditEntry.previous_hash,
    )
    first = OPENING + 1
    broken = select(func.count()).select_from(AuditEntry).outerjoin(one, follows)
    return data.scalar(broken.where(AuditEntry.number > first, one.number.is_(None))) or 0
