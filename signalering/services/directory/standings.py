"""What is known of offers beside their public facts: one row each, made when it is needed."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from signalering.domain.errors import NotFound
from signalering.domain.offers import OfferRoom, room_now
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferStanding
from signalering.services.accounts.throttle import insert_of
from signalering.services.work import Work


def initiative_of(work: Work, initiative_id: UUID) -> Initiative:
    """The offer. Raises NotFound."""
    found = work.data.get(Initiative, initiative_id)
    if found is None:
        raise NotFound
    return found


def standing_of(work: Work, initiative_id: UUID) -> OfferStanding:
    """The row to write in, held until the work is done."""
    fresh = insert_of(work, OfferStanding).values(
        initiative_id=initiative_id, room=OfferRoom.UNKNOWN.value, asks=0
    )
    work.data.execute(fresh.on_conflict_do_nothing())
    return work.data.scalars(
        select(OfferStanding)
        .where(OfferStanding.initiative_id == initiative_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def standings(work: Work, ids: Sequence[UUID] | None = None) -> Mapping[UUID, OfferStanding]:
    """All of them, or those of these offers, to read."""
    query = select(OfferStanding)
    if ids is not None:
        query = query.where(OfferStanding.initiative_id.in_(ids))
    return {row.initiative_id: row for row in work.data.scalars(query)}


def has_stopped(work: Work, initiative_id: UUID) -> bool:
    """Whether its maintainer says that it has stopped, which nobody has contradicted yet."""
    row = work.data.get(OfferStanding, initiative_id)
    return row is not None and row.stopped_on is not None


def room_of(row: OfferStanding | None, today: date) -> OfferRoom:
    """What holds today of what was said about room."""
    if row is None:
        return OfferRoom.UNKNOWN
    return room_now(OfferRoom(row.room), row.room_until, today)
