"""Many keys at once, as a member of a group: for a search, never for a list that shows a page."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import select

from signalering.domain.errors import CannotOpen
from signalering.models.keys.group import GroupEpoch, Wrap
from signalering.services.keys.epochs import READABLE
from signalering.services.keys.groups import opened_in
from signalering.services.work import Work
from signalering.vault import wraps
from signalering.vault.kinds import RecordKey

# Below the number of parameters that SQLite takes in one statement.
AT_ONCE = 1_000
# Plain columns, not the mapped ones: rows of thousands come without the mapper's share of time.
WRAPS = Wrap.__table__.c


def at_hand(work: Work, group: str, key_ids: Sequence[UUID]) -> Sequence[Wrap]:
    """The wraps of these keys, asked for at once: whoever holds on to them opens each without

    asking again.
    """
    query = select(Wrap).where(Wrap.key_id.in_(key_ids[:AT_ONCE]), Wrap.holder == group)
    return work.keys.scalars(query).all()


def open_keys(
    work: Work, group: str, purpose: str, key_ids: Sequence[UUID]
) -> Iterator[tuple[UUID, RecordKey]]:
    """The keys among these that still open; a forgotten or damaged one is left out.

    Raises CannotOpen when the actor has no grant at all.
    """
    query = select(GroupEpoch).where(GroupEpoch.group == group, GroupEpoch.state.in_(READABLE))
    for epoch in work.keys.scalars(query).all():
        opened = opened_in(work, epoch)
        for start in range(0, len(key_ids), AT_ONCE):
            rows = work.keys.execute(
                select(WRAPS.key_id, WRAPS.form, WRAPS.wrapped).where(
                    WRAPS.key_id.in_(key_ids[start : start + AT_ONCE]),
                    WRAPS.holder == group,
                    WRAPS.epoch_id == epoch.id,
                )
            )
            for key_id, form, wrapped in rows.all():
                try:
                    if form == wraps.Form.AES:
                        key = wraps.open_with_wrapping(
                            opened.wrapping_key, wrapped, key_id, purpose
                        )
                    else:
                        key = wraps.open_public_wrap(opened.secret, wrapped, key_id, purpose)
                except CannotOpen:
                    continue
                yield key_id, key
