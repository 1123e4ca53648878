"""Erase a record's key for good: its tombstone keeps it from coming back out of a backup."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import delete, or_, select

from signalering.models.keys.forgotten import Tombstone
from signalering.models.keys.group import PackageShare, StaleKey, Wrap
from signalering.services.sealing import forget_key
from signalering.services.work import Work

AT_ONCE = 500


def erase_key(work: Work, key_id: UUID, record_id: UUID) -> None:
    """Forget a key whose words are erased too, and remember that it was. Twice is no harm.

    The record itself is remembered as well: backups from before it was sealed again know it under
    another key. While that goes on, the key it had and the one it is to get go too.
    """
    stale = StaleKey.key_id == key_id, StaleKey.new_key_id == key_id
    pairs = work.keys.execute(select(StaleKey.key_id, StaleKey.new_key_id).where(or_(*stale)))
    keys = {key_id, *(one for pair in pairs for one in pair if one is not None)}
    bury(work, dict.fromkeys({*keys, record_id}, work.clock.today()))
    for one in keys:
        forget_key(work, one)


def bury(work: Work, erased: dict[UUID, date]) -> None:
    """Write the tombstones that aren't there yet."""
    for key_id, day in erased.items():
        if work.keys.get(Tombstone, key_id) is None:
            work.keys.add(Tombstone(key_id=key_id, erased_on=day))
    work.keys.flush()


def forget_buried(work: Work, key_ids: Iterable[UUID]) -> None:
    """Delete again what a restored keystore brought back of these keys."""
    ids = sorted(key_ids)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        for statement in (
            delete(Wrap).where(Wrap.key_id.in_(some)),
            delete(PackageShare).where(
                or_(PackageShare.contact_key_id.in_(some), PackageShare.package_id.in_(some))
            ),
        ):
            work.keys.execute(statement)
