"""New keys for records whose keys somebody may know: every word sealed again, in batches.

Keystore first: the new key and its wraps, chosen once and remembered with the stale one. Then the
data: words sealed again, rows pointing at the new key. In the next step, when no row names the
stale key any more, it is forgotten. Wherever this breaks off, the next step goes on.
"""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from sqlalchemy import delete, exists, select, update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, NotAllowedNow
from signalering.domain.lifecycles import AlarmKind, KeyGroup
from signalering.domain.permissions import Permission
from signalering.models.keys.group import PackageShare, StaleKey, Wrap
from signalering.services.accounts.relink import ask_for_relink, waits_for_relink
from signalering.services.audit.record import record
from signalering.services.keys.alarm import raise_alarm
from signalering.services.keys.epochs import rotating_epoch
from signalering.services.keys.groups import open_group, public_key_of
from signalering.services.keys.reseal import KeyUse, reporter_of, reseal, use_of
from signalering.services.retention.restored import data_may_be_older
from signalering.services.sealing import REPORTER, forget_key, open_key
from signalering.services.signals.reporter_key import is_reporters
from signalering.services.work import Work
from signalering.vault import wraps
from signalering.vault.kinds import RecordKey, new_record_key

BATCH = 25


def reencrypt(work: Work, limit: int = BATCH) -> bool:
    """Give the next stale keys' records new ones; whether there is more to do.

    Raises Denied, CannotOpen, NotAllowedNow while keys still lie under the old epoch.
    """
    require(Permission.ROTATE_KEYS, work.by(), None, work.clock.today())
    open_group(work, KeyGroup.CASEWORK)
    if rotating_epoch(work, KeyGroup.CASEWORK) is not None:
        raise NotAllowedNow("rotation_runs")
    stale = work.keys.scalars(
        select(StaleKey)
        .order_by(StaleKey.key_id)
        .limit(limit)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    resealed = dropped = 0
    for row in stale:
        use = use_of(work, row.key_id)
        if use is None:
            _finish(work, row)
        elif _renew(work, row, use):
            resealed += 1
        else:
            # It has the key that somebody may know, for good: the trail says how many.
            work.keys.delete(row)
            dropped += 1
    work.keys.flush()
    if stale:
        record(work, AuditAction.RECORDS_RESEALED, count=resealed, unopened=dropped)
    return bool(work.keys.scalar(select(exists().where(StaleKey.key_id.is_not(None)))))


def _finish(work: Work, row: StaleKey) -> None:
    """No row names the old key: its packages follow to the new one, and it is forgotten."""
    if row.new_key_id is not None:
        work.keys.execute(
            update(PackageShare)
            .where(PackageShare.contact_key_id == row.key_id)
            .values(contact_key_id=row.new_key_id)
        )
    old = row.key_id
    work.keys.execute(delete(StaleKey).where(StaleKey.key_id == old))
    # Its words may come back with newer data than was restored; till then it is kept, as others.
    if not data_may_be_older(work):
        forget_key(work, old)
    work.keys.expunge(row)


def _renew(work: Work, row: StaleKey, use: KeyUse) -> bool:
    """Seal the record again; False when that can't be done."""
    try:
        old = open_key(work, KeyGroup.CASEWORK, use.purpose, row.key_id)
    except CannotOpen:
        # It opens for nobody: there is nothing to seal again.
        return False
    try:
        new = _new_key(work, row, use, old)
    except CannotOpen:
        # Whose thread it is can't be read: with a new key its reporter would lose it for good.
        return False
    reseal(work, use, row.key_id, old, new.id, new.key)
    return True


@dataclass(frozen=True)
class NewKey:
    """What a record is sealed under from now on."""

    id: UUID
    key: RecordKey = field(repr=False)


def _new_key(work: Work, row: StaleKey, use: KeyUse, old: RecordKey) -> NewKey:
    """The key that was chosen before, or another: nothing is sealed under one that was damaged."""
    if row.new_key_id is not None:
        try:
            key = open_key(work, KeyGroup.CASEWORK, use.purpose, row.new_key_id)
        except CannotOpen:
            work.keys.execute(delete(Wrap).where(Wrap.key_id == row.new_key_id))
        else:
            return NewKey(row.new_key_id, key)
    has_reporter = work.keys.get(Wrap, (row.key_id, REPORTER)) is not None
    public = _reporters_key(work, use, old) if has_reporter else None
    row.new_key_id = uuid4()
    new = NewKey(row.new_key_id, new_record_key())
    _wrap(work, new.id, use, new.key, public)
    return new


def _reporters_key(work: Work, use: KeyUse, old: RecordKey) -> bytes | None:
    """The reporter's stored public key, when the thread tells that it is theirs.

    Else there is no wrap, and the reporter waits until a coordinator has compared fingerprints by
    phone. Whoever waits for that already has a new key pair; of anybody else somebody may have
    replaced the key: an alarm. Raises CannotOpen.
    """
    reporter = reporter_of(work, use)
    public = public_key_of(work, reporter) if reporter else None
    if reporter is None or public is None:
        return None
    if is_reporters(work, use.record.id, old, public):
        return public
    if not waits_for_relink(work, reporter):
        raise_alarm(AlarmKind.USER_KEY, reporter, work)
        work.keys.flush()
        ask_for_relink(work, reporter)
    return None


def _wrap(work: Work, key_id: UUID, use: KeyUse, key: RecordKey, public: bytes | None) -> None:
    group = open_group(work, KeyGroup.CASEWORK)
    work.keys.add(
        Wrap(
            key_id=key_id,
            holder=KeyGroup.CASEWORK.value,
            form=wraps.Form.AES.value,
            epoch_id=group.epoch_id,
            wrapped=wraps.wrap_with(group.wrapping_key, key, key_id, use.purpose),
        )
    )
    if public is not None:
        wrapped = wraps.wrap_to_public(public, key, key_id, use.purpose)
        work.keys.add(
            Wrap(key_id=key_id, holder=REPORTER, form=wraps.Form.HPKE.value, wrapped=wrapped)
        )
