"""The directory for everybody: nobody logs in, and nothing is kept of who looks for what."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from signalering.domain.case_clocks import is_fresh
from signalering.domain.commands.directory.list import SearchDirectory
from signalering.domain.offers import OfferRoom
from signalering.domain.schedules import Schedule
from signalering.domain.views.directory.offer import (
    OrganisationShown,
    PlaceShown,
    PublicOffer,
    PublicOffers,
)
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.organisation import Organisation, Place
from signalering.models.directory.standing import OfferStanding
from signalering.services.directory.schedules import languages_of, schedules_of
from signalering.services.directory.searching import search
from signalering.services.directory.standings import room_of, standings
from signalering.services.work import Work


def offers(work: Work, wanted: SearchDirectory) -> PublicOffers:
    """One page of what runs and meets all of the search, as coordinators find it."""
    hits = search(work, wanted, stopped=False)
    return PublicOffers(public_offers(work, hits.ids), hits.total, hits.page, hits.has_next)


def public_offers(work: Work, ids: Sequence[UUID]) -> tuple[PublicOffer, ...]:
    """These, in this order; ids of nothing are left out. At most a page of them."""
    found = {
        row.id: (row, organisation, place)
        for row, organisation, place in work.data.execute(
            select(Initiative, Organisation, Place)
            .outerjoin(Organisation, Organisation.id == Initiative.organisation_id)
            .outerjoin(Place, Place.id == Initiative.place_id)
            .where(Initiative.id.in_(ids))
        )
    }
    known, rules, spoken = standings(work, ids), schedules_of(work, ids), languages_of(work, ids)
    today = work.clock.today()
    return tuple(
        _shown(*found[one], known.get(one), rules.get(one, ()), spoken.get(one, ()), today)
        for one in ids
        if one in found
    )


def _shown(
    row: Initiative,
    organisation: Organisation | None,
    place: Place | None,
    standing: OfferStanding | None,
    schedules: tuple[Schedule, ...],
    languages: tuple[str, ...],
    today: date,
) -> PublicOffer:
    room = room_of(standing, today)
    is_said = standing is not None and room is not OfferRoom.UNKNOWN
    return PublicOffer(
        id=row.id,
        name=row.name,
        pillar=row.pillar,
        kind=row.kind,
        area=row.area,
        note=row.note or "",
        schedules=schedules,
        languages=languages,
        minimum_age=row.minimum_age,
        maximum_age=row.maximum_age,
        eligibility=row.eligibility or "",
        cost=row.cost or "",
        cost_cents=row.cost_cents,
        sign_up=row.sign_up or "",
        phone=row.phone or "",
        email=row.public_address or "",
        url=row.url or "",
        assured_on=row.assured_on,
        fresh=is_fresh(row.assured_on, today),
        room=room.value,
        room_said_on=standing.room_said_on if standing and is_said else None,
        organisation=_organisation(organisation),
        place=_place(place),
    )


def _organisation(row: Organisation | None) -> OrganisationShown | None:
    if row is None:
        return None
    return OrganisationShown(
        name=row.name,
        description=row.description or "",
        phone=row.phone or "",
        email=row.email or "",
        url=row.url or "",
    )


def _place(row: Place | None) -> PlaceShown | None:
    if row is None:
        return None
    return PlaceShown(
        name=row.name,
        street=row.street or "",
        postal_code=row.postal_code or "",
        city=row.city or "",
        route=row.route or "",
        accessibility=row.accessibility or "",
    )
