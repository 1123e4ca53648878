"""Take one thing down with all that hangs on it: its keys first, its rows after.

The caller's unit of work commits the keystore before the data. Broken off in between, the words
are shut for good, and doing it again finishes. Each gives None when it may no longer go.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import delete, or_, select

from signalering.domain.retention import Erasable
from signalering.models.audit.segment import AuditSegment
from signalering.models.cases.case import Case
from signalering.models.keys.group import PackageShare
from signalering.models.referrals.referral import Referral
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.retention._rows import Counts, delete_rows_of
from signalering.services.retention.due import last_day
from signalering.services.retention.erase_key import erase_key
from signalering.services.work import Work

Keys = dict[UUID, UUID]


@dataclass(frozen=True)
class Taken:
    """What went: the last day on which it was kept, how many keys, how many rows."""

    due_on: date
    keys: int
    rows: int


def take_case_down(work: Work, case_id: UUID) -> tuple[Keys, Counts]:
    """A case whose row the caller holds still: keys (with the record of each) and rows by table."""
    key_id = work.data.scalars(select(Case.key_id).where(Case.id == case_id)).one()
    contact = work.data.execute(
        select(ContactDetails.key_id, ContactDetails.id).where(ContactDetails.case_id == case_id)
    ).one_or_none()
    keys: Keys = {key_id: case_id} | ({contact.key_id: contact.id} if contact else {})
    packages = select(Referral.package_id).where(
        Referral.case_id == case_id, Referral.package_id.is_not(None)
    )
    shares = work.data.scalars(packages).all()
    work.keys.execute(delete(PackageShare).where(PackageShare.package_id.in_(shares)))
    return keys, _erased(work, keys)


def take_down(work: Work, kind: Erasable, object_id: UUID) -> Taken | None:
    """Erase it if it is due to this day; whoever changes it at this moment goes first."""
    return _TAKE[kind](work, object_id)


def _case(work: Work, case_id: UUID) -> Taken | None:
    work.data.execute(select(Case.id).where(Case.id == case_id).with_for_update())
    last = last_day(work, Erasable.CASE, case_id, work.clock.today())
    if last is None:
        return None
    keys, gone = take_case_down(work, case_id)
    return Taken(last, len(keys), gone.total())


def _signal(work: Work, signal_id: UUID) -> Taken | None:
    """Cards are held before their signal, as whoever leaves details with one does."""
    at_signal = ContactDetails.signal_id == signal_id
    envelope = select(ContactDetails.id).where(at_signal)
    own = or_(ContactCard.signal_id == signal_id, ContactCard.contact_id.in_(envelope))
    work.data.execute(select(ContactCard.code_hash).where(own).with_for_update())
    row = work.data.execute(
        select(Signal.thread_key_id, Signal.triage_key_id)
        .where(Signal.id == signal_id)
        .with_for_update()
    ).one_or_none()
    last = last_day(work, Erasable.SIGNAL, signal_id, work.clock.today())
    if row is None or last is None:
        return None
    keys: Keys = {row.thread_key_id: signal_id, row.triage_key_id: signal_id}
    for details in work.data.execute(
        select(ContactDetails.key_id, ContactDetails.id).where(at_signal)
    ):
        keys[details.key_id] = details.id
    gone = _erased(work, keys)
    return Taken(last, len(keys), gone.total())


def _details(work: Work, details_id: UUID) -> Taken | None:
    card = ContactCard.contact_id == details_id
    work.data.execute(select(ContactCard.code_hash).where(card).with_for_update())
    key_id = work.data.scalar(
        select(ContactDetails.key_id).where(ContactDetails.id == details_id).with_for_update()
    )
    last = last_day(work, Erasable.DETAILS, details_id, work.clock.today())
    if key_id is None or last is None:
        return None
    gone = _erased(work, {key_id: details_id})
    return Taken(last, 1, gone.total())


def _segment(work: Work, segment_id: UUID) -> Taken | None:
    work.data.execute(select(AuditSegment.id).where(AuditSegment.id == segment_id))
    last = last_day(work, Erasable.AUDIT, segment_id, work.clock.today())
    if last is None:
        return None
    gone = _erased(work, {segment_id: segment_id})
    return Taken(last, 1, gone.total())


def _erased(work: Work, keys: Keys) -> Counts:
    for key_id, record_id in keys.items():
        erase_key(work, key_id, record_id)
    # What was read is no longer there.
    work.data.expunge_all()
    return delete_rows_of(work, keys)


_TAKE: Mapping[Erasable, Callable[[Work, UUID], Taken | None]] = MappingProxyType(
    {
        Erasable.CASE: _case,
        Erasable.SIGNAL: _signal,
        Erasable.DETAILS: _details,
        Erasable.AUDIT: _segment,
    }
)
