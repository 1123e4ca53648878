"""Offers that can be relied on today."""

from collections.abc import Iterator

from sqlalchemy import select

from signalering.domain.case_clocks import is_fresh
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferStanding
from signalering.services.work import Work


def fresh_offers(work: Work) -> Iterator[Initiative]:
    """Active ones that were confirmed in the last six months and have not stopped."""
    today = work.clock.today()
    rows = work.data.scalars(
        select(Initiative)
        .outerjoin(OfferStanding, OfferStanding.initiative_id == Initiative.id)
        .where(Initiative.active, OfferStanding.stopped_on.is_(None))
    )
    return (row for row in rows if is_fresh(row.assured_on, today))
