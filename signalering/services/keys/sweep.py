"""Keys without words: what a crash between the two commits leaves, and nothing else.

No time stands on a wrap; a key that no row names is noted with the day, and goes a week later.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select

from signalering.domain.audit_actions import AuditAction
from signalering.models.audit.segment import AuditSegment
from signalering.models.cases.case import Case
from signalering.models.keys.group import OrphanKey, StaleKey, Wrap
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.models.statistics.fact import PendingFact
from signalering.services.audit.record import record
from signalering.services.retention.restored import data_may_be_older
from signalering.services.sealing import forget_key
from signalering.services.work import Work

KEPT = timedelta(days=7)


def sweep(work: Work) -> int:
    """Forget keys that nothing named for a week; how many.

    None while older data stands beside this keystore: the rows may yet come back.
    """
    if data_may_be_older(work):
        return 0
    today = work.clock.today()
    orphans = set(work.keys.scalars(select(Wrap.key_id).distinct())) - _named(work)
    known = {row.key_id: row for row in work.keys.scalars(select(OrphanKey))}
    for key_id in known.keys() - orphans:
        work.keys.delete(known[key_id])
    work.keys.add_all(OrphanKey(key_id=key_id, seen_on=today) for key_id in orphans - known.keys())
    work.keys.flush()
    due = [key_id for key_id in orphans & known.keys() if known[key_id].seen_on <= today - KEPT]
    for key_id in due:
        forget_key(work, key_id)
        work.keys.execute(delete(OrphanKey).where(OrphanKey.key_id == key_id))
    if due:
        record(work, AuditAction.SWEEP_DONE, sweep="keys", count=len(due))
    return len(due)


def _named(work: Work) -> set[UUID]:
    named: set[UUID] = set()
    for column in (
        Signal.thread_key_id,
        Signal.triage_key_id,
        ContactDetails.key_id,
        Case.key_id,
        PendingFact.key_id,
        AuditSegment.id,
    ):
        named.update(work.data.scalars(select(column)))
    for row in work.keys.scalars(select(StaleKey)):
        # A new key waits for its words; the old one goes when they have moved.
        named.update({row.key_id, row.new_key_id or row.key_id})
    return named
