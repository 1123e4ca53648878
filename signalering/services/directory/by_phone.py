"""Somebody called an initiative, and writes down what it said about its offer."""

from uuid import UUID

from signalering.domain.access import require
from signalering.domain.commands.directory.answer import AnswerOffer
from signalering.domain.errors import NotAllowedNow
from signalering.domain.permissions import Permission
from signalering.domain.views.directory.confirm import OfferView
from signalering.models.directory.initiative import Initiative
from signalering.services.directory.answer import take_in
from signalering.services.directory.confirm import view_of
from signalering.services.directory.standings import initiative_of
from signalering.services.work import Work


def to_call(work: Work, initiative_id: UUID) -> OfferView:
    """The offer as it stands. Raises Denied, NotFound, NotAllowedNow for one that has ended."""
    return view_of(work, _offer(work, initiative_id))


def by_phone(work: Work, initiative_id: UUID, command: AnswerOffer) -> None:
    """As by the link, which is dead then. Raises Denied, NotFound, NotAllowedNow, InvalidInput."""
    take_in(work, _offer(work, initiative_id), command, "phone")


def _offer(work: Work, initiative_id: UUID) -> Initiative:
    require(Permission.DIRECTORY, work.by(), None, work.clock.today())
    offer = initiative_of(work, initiative_id)
    if not offer.active:
        raise NotAllowedNow
    return offer
