"""Search the directory: public facts only, so nothing is written down about it."""

from datetime import date

from sqlalchemy import select

from signalering.domain.access import Permission, require
from signalering.domain.case_clocks import is_fresh
from signalering.domain.commands.directory.list import SearchDirectory
from signalering.domain.offers import OfferRoom
from signalering.domain.views.directory.list import InitiativeView
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferStanding
from signalering.services.directory.standings import room_of, standings
from signalering.services.work import Work

# The code by which a search asks for practical help, which stands outside the pillars.
NO_PILLAR = "none"


def list_initiatives(
    work: Work, search: SearchDirectory | None = None
) -> tuple[InitiativeView, ...]:
    """Active initiatives that meet all of the search: fresh ones first, among them those with room.

    What says it has stopped comes last.

    Codes that are on no list find nothing. Raises Denied.
    """
    today = work.clock.today()
    require(Permission.DIRECTORY, work.by(), None, today)
    search = search or SearchDirectory()
    query = select(Initiative).where(Initiative.active)
    if search.pillar == NO_PILLAR:
        query = query.where(Initiative.pillar.is_(None))
    elif search.pillar:
        query = query.where(Initiative.pillar == search.pillar)
    if search.kind:
        query = query.where(Initiative.kind == search.kind)
    if search.area:
        query = query.where(Initiative.area == search.area)
    known = standings(work)
    views = [_view(row, known.get(row.id), today) for row in work.data.scalars(query)]
    return tuple(sorted(views, key=_order))


def _view(row: Initiative, standing: OfferStanding | None, today: date) -> InitiativeView:
    room = room_of(standing, today)
    is_said = standing is not None and room is not OfferRoom.UNKNOWN
    return InitiativeView(
        id=row.id,
        name=row.name,
        pillar=row.pillar,
        kind=row.kind,
        area=row.area,
        weekday=row.weekday,
        frequency=row.frequency,
        capacity=row.capacity,
        contact_address=row.contact_address,
        note=row.note,
        assured_on=row.assured_on,
        fresh=is_fresh(row.assured_on, today),
        room=room.value,
        room_said_on=standing.room_said_on if standing and is_said else None,
        room_until=standing.room_until if standing and is_said else None,
        stopped=standing is not None and standing.stopped_on is not None,
    )


def _order(view: InitiativeView) -> tuple[bool, bool, bool, str]:
    return view.stopped, not view.fresh, view.room == OfferRoom.FULL, view.name.casefold()
