"""One offer for everybody."""

from uuid import UUID

from signalering.domain.errors import NotFound
from signalering.domain.views.directory.offer import PublicOffer
from signalering.services.directory.offers import public_offers
from signalering.services.directory.standings import has_stopped, initiative_of
from signalering.services.work import Work


def offer(work: Work, initiative_id: UUID) -> PublicOffer:
    """As it stands. Raises NotFound for one that has ended, says so, or never was: all the same."""
    row = initiative_of(work, initiative_id)
    if not row.active or has_stopped(work, initiative_id):
        raise NotFound
    (found,) = public_offers(work, [initiative_id])
    return found
