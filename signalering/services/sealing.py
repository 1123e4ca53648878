"""Keys of records: made, wrapped for who may open them, opened, taken in hand, forgotten.

Data names a key by id and never an epoch; which epoch wraps it is the keystore's affair.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, or_, select, update

from signalering.domain.errors import CannotOpen, Conflict
from signalering.models.base import table_of
from signalering.models.keys.group import GroupEpoch, PackageShare, StaleKey, Wrap
from signalering.services.keys.epochs import standing_epoch
from signalering.services.keys.groups import has_grant, open_epoch, open_group, opened_in
from signalering.services.work import Work
from signalering.vault import wraps
from signalering.vault.kinds import RecordKey, new_record_key
from signalering.vault.seals import Slot, open_sealed, seal

REPORTER = "reporter"
_WRAP = insert(table_of(Wrap))


@dataclass(frozen=True)
class FreshKey:
    """A key that was made and is not kept yet, and the epoch under which it is wrapped."""

    id: UUID
    key: RecordKey = field(repr=False)
    group: str
    epoch_id: UUID
    rows: tuple[Mapping[str, Any], ...] = field(repr=False)


def new_key(
    work: Work, group: str, purpose: str, *, reporter: bool = False
) -> tuple[UUID, RecordKey]:
    """A fresh key for one record, kept at once. Raises as fresh_key() does."""
    made = fresh_key(work, group, purpose, reporter=reporter)
    keep_keys(work, made)
    return made.id, made.key


def fresh_key(work: Work, group: str, purpose: str, *, reporter: bool = False) -> FreshKey:
    """A fresh key for one record, wrapped for a group (and for the actor as its reporter).

    A member wraps under the group's own key, which a writer to the database can't imitate; a
    stranger to the group seals to its public key. Raises IntakeClosed, and CannotOpen for a member
    whose group's keys were tampered with: its public key may be somebody else's then.
    """
    key_id, key = uuid4(), new_record_key()
    epoch_id, row = _wrap_for_group(work, group, purpose, key_id, key)
    rows = [row]
    if reporter:
        wrapped = wraps.wrap_to_public(work.opened.public, key, key_id, purpose)
        rows.append(_row(key_id, REPORTER, wraps.Form.HPKE, None, wrapped))
    return FreshKey(key_id, key, group, epoch_id, tuple(rows))


def keep_keys(work: Work, *made: FreshKey) -> None:
    """Write keys into the keystore, all under the epoch that is open in this transaction.

    Raises Conflict when a rotation began since one was made: it is to be made again. Raises
    IntakeClosed.
    """
    for one in made:
        if open_epoch(work, one.group).id != one.epoch_id:
            raise Conflict
    work.keys.execute(_WRAP, [row for one in made for row in one.rows])


def drop_keys(work: Work, *made: FreshKey) -> None:
    """Take keys back that nothing was sealed with after all."""
    ids = [one.id for one in made]
    work.keys.execute(delete(Wrap).where(Wrap.key_id.in_(ids)))


def _wrap_for_group(
    work: Work, group: str, purpose: str, key_id: UUID, key: RecordKey
) -> tuple[UUID, Mapping[str, Any]]:
    epoch = open_epoch(work, group)
    if has_grant(work, group):
        form = wraps.Form.AES
        wrapped = wraps.wrap_with(open_group(work, group).wrapping_key, key, key_id, purpose)
    else:
        form = wraps.Form.HPKE
        wrapped = wraps.wrap_to_public(epoch.public_key, key, key_id, purpose)
    return epoch.id, _row(key_id, group, form, epoch.id, wrapped)


def _row(
    key_id: UUID, holder: str, form: wraps.Form, epoch_id: UUID | None, wrapped: bytes
) -> Mapping[str, Any]:
    return {
        "key_id": key_id,
        "holder": str(holder),
        "form": form.value,
        "epoch_id": epoch_id,
        "wrapped": wrapped,
    }


def is_forgotten(work: Work, group: str, key_id: UUID) -> bool:
    """Whether nobody of the group can open this key any more.

    The keystore forgets before the data does: a step that was broken off, or data restored beside
    a newer keystore, leaves the row that the key belonged to.
    """
    return work.keys.get(Wrap, (key_id, group)) is None


def open_key(work: Work, group: str, purpose: str, key_id: UUID) -> RecordKey:
    """A record's key as a member of the group. Raises CannotOpen."""
    wrap = work.keys.get(Wrap, (key_id, group))
    if wrap is None:
        raise CannotOpen
    try:
        return _opened(work, wrap, group, purpose)
    except CannotOpen:
        # A rotation may have re-wrapped it since it was read, and closed what it lay under.
        seen = wrap.epoch_id
        wrap = work.keys.get(Wrap, (key_id, group), populate_existing=True)
        if wrap is None or wrap.epoch_id == seen:
            raise
        return _opened(work, wrap, group, purpose)


def open_own_key(work: Work, purpose: str, key_id: UUID) -> RecordKey:
    """A thread's key as its reporter. Raises CannotOpen."""
    wrap = work.keys.get(Wrap, (key_id, REPORTER))
    if wrap is None:
        raise CannotOpen
    return wraps.open_public_wrap(work.opened.secret, wrap.wrapped, key_id, purpose)


def _opened(work: Work, wrap: Wrap, group: str, purpose: str) -> RecordKey:
    epoch = work.keys.get(GroupEpoch, wrap.epoch_id) if wrap.epoch_id else None
    if epoch is None or epoch.group != group:
        raise CannotOpen
    opened = opened_in(work, epoch)
    if wrap.form == wraps.Form.AES:
        return wraps.open_with_wrapping(opened.wrapping_key, wrap.wrapped, wrap.key_id, purpose)
    return wraps.open_public_wrap(opened.secret, wrap.wrapped, wrap.key_id, purpose)


def take_in_hand(work: Work, group: str, purpose: str, key_id: UUID) -> RecordKey:
    """Re-wrap what a stranger sealed under the group's own key, and give the key.

    It lands under the open epoch, whichever it lay under. Raises CannotOpen.
    """
    # Before the wrap is read: the epoch stays open until this transaction ends.
    standing_epoch(work, group)
    wrap = work.keys.get(Wrap, (key_id, group))
    if wrap is None:
        raise CannotOpen
    key = open_key(work, group, purpose, key_id)
    if wrap.form == wraps.Form.HPKE:
        opened = open_group(work, group)
        # All three at once, or not at all: a rotation may be re-wrapping it at this moment.
        work.keys.execute(
            update(Wrap)
            .where(
                Wrap.key_id == key_id,
                Wrap.holder == group,
                Wrap.epoch_id == wrap.epoch_id,
                Wrap.form == wraps.Form.HPKE,
            )
            .values(
                wrapped=wraps.wrap_with(opened.wrapping_key, key, key_id, purpose),
                form=wraps.Form.AES,
                epoch_id=opened.epoch_id,
            )
            .execution_options(synchronize_session=False)
        )
        work.keys.refresh(wrap)
    return key


def forget_key(work: Work, key_id: UUID) -> None:
    """Delete every wrap of a key and every package that hangs on it: nobody opens it any more."""
    # A key that has just taken another's place: packages follow in the next step.
    replaced = select(StaleKey.key_id).where(StaleKey.new_key_id == key_id)
    for statement in (
        delete(PackageShare).where(PackageShare.contact_key_id.in_(replaced)),
        delete(Wrap).where(Wrap.key_id == key_id),
        delete(PackageShare).where(PackageShare.contact_key_id == key_id),
    ):
        work.keys.execute(statement)


def move_packages(work: Work, key_id: UUID, new_key_id: UUID) -> None:
    """Hang every package of one contact key on another: the yes that they rest on stands."""
    stale = select(StaleKey.new_key_id).where(StaleKey.key_id == key_id)
    old = or_(PackageShare.contact_key_id == key_id, PackageShare.contact_key_id.in_(stale))
    work.keys.execute(
        update(PackageShare)
        .where(old)
        .values(contact_key_id=new_key_id)
        .execution_options(synchronize_session=False)
    )


def seal_payload(key: RecordKey, slot: Slot, payload: Mapping[str, Any]) -> bytes:
    """Seal a payload of plain JSON values into its slot."""
    return seal(key, slot, json.dumps(payload, ensure_ascii=False, sort_keys=True))


def open_payload(key: RecordKey, slot: Slot, sealed: bytes) -> dict[str, Any]:
    """The payload of a seal. Raises CannotOpen."""
    try:
        payload = json.loads(open_sealed(key, slot, sealed).decode())
    except ValueError:
        raise CannotOpen from None
    if not isinstance(payload, dict):
        raise CannotOpen
    return payload
