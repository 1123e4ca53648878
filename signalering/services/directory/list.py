"""Search the directory: public facts only, so nothing is written down about it."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from signalering.domain.access import Permission, require
from signalering.domain.case_clocks import is_fresh
from signalering.domain.commands.directory.list import SearchDirectory
from signalering.domain.offers import OfferRoom
from signalering.domain.schedules import Schedule
from signalering.domain.views.directory.list import FoundInitiatives, InitiativeView
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation
from signalering.models.directory.standing import OfferStanding
from signalering.services.directory.schedules import languages_of, schedules_of
from signalering.services.directory.searching import NO_PILLAR, search
from signalering.services.directory.standings import room_of, standings
from signalering.services.work import Work

__all__ = ["NO_PILLAR", "initiatives", "list_initiatives"]


def list_initiatives(work: Work, wanted: SearchDirectory | None = None) -> FoundInitiatives:
    """One page of active initiatives that meet all of the search, best ones first.

    Raises Denied.
    """
    require(Permission.DIRECTORY, work.by(), None, work.clock.today())
    hits = search(work, wanted or SearchDirectory())
    return FoundInitiatives(initiatives(work, hits.ids), hits.total, hits.page, hits.has_next)


def initiatives(work: Work, ids: Sequence[UUID]) -> tuple[InitiativeView, ...]:
    """These, in this order; ids of nothing are left out. At most a page of them."""
    today = work.clock.today()
    rows = {
        row.id: (row, name or "")
        for row, name in work.data.execute(
            select(Initiative, Organisation.name)
            .outerjoin(Organisation, Organisation.id == Initiative.organisation_id)
            .where(Initiative.id.in_(ids))
        )
    }
    known = standings(work, ids)
    rules, languages = schedules_of(work, ids), languages_of(work, ids)
    return tuple(
        _view(*rows[one], known.get(one), rules.get(one, ()), languages.get(one, ()), today)
        for one in ids
        if one in rows
    )


def _view(
    row: Initiative,
    organisation: str,
    standing: OfferStanding | None,
    schedules: tuple[Schedule, ...],
    languages: tuple[str, ...],
    today: date,
) -> InitiativeView:
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
        organisation=organisation,
        schedules=schedules,
        languages=languages,
    )
