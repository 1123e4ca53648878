"""An administrator decides: a change is taken or not, an offer ends, goes on, or is back."""

from uuid import UUID

from sqlalchemy import delete, update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.directory.settle import SettleOffer
from signalering.domain.errors import Conflict, InvalidInput
from signalering.domain.offers import OfferRuling
from signalering.domain.permissions import Permission
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferCorrection, OfferStanding
from signalering.services.audit.record import record
from signalering.services.directory.answer import WAITING, forget_correction
from signalering.services.directory.links import end_link, revoke
from signalering.services.directory.schedules import restate
from signalering.services.directory.standings import initiative_of, standing_of
from signalering.services.work import Work

OF_CORRECTION = frozenset({OfferRuling.ACCEPT, OfferRuling.REFUSE})


def settle(work: Work, command: SettleOffer) -> None:
    """One decision about what was looked at.

    Raises Denied, NotFound, InvalidInput, and Conflict when it has changed meanwhile.
    """
    require(Permission.ASSURE_OFFERS, work.by(), None, work.clock.today())
    offer = initiative_of(work, command.initiative_id)
    # First, as whoever answers takes it: two who meet would wait for each other otherwise.
    standing = standing_of(work, offer.id)
    if command.ruling in OF_CORRECTION:
        _rule(work, offer, command)
    elif command.ruling is OfferRuling.REVIVE:
        _revive(work, offer, standing)
    else:
        _end(work, offer, ends=command.ruling is OfferRuling.END)
    record(work, AuditAction.OFFER_SETTLED, offer.id, ruling=command.ruling.value)


def _rule(work: Work, offer: Initiative, command: SettleOffer) -> None:
    if command.correction_id is None:
        raise InvalidInput("correction", "required")
    taken = work.data.execute(
        delete(OfferCorrection)
        .where(
            OfferCorrection.id == command.correction_id,
            OfferCorrection.initiative_id == offer.id,
        )
        .returning(*(getattr(OfferCorrection, name) for name in WAITING))
    ).one_or_none()
    if taken is None:
        raise Conflict
    if command.ruling is OfferRuling.ACCEPT:
        wanted = dict(zip(WAITING, taken, strict=True))
        if wanted["contact_address"] != offer.contact_address:
            # Whoever reads the old mailbox answers for this offer no more.
            revoke(work, offer.id)
        _change(work, offer.id, **wanted)
        restate(work, offer.id, wanted["weekday"], wanted["frequency"])


def _end(work: Work, offer: Initiative, *, ends: bool) -> None:
    """Only where its maintainer says that it has stopped."""
    said = work.data.scalar(
        update(OfferStanding)
        .where(OfferStanding.initiative_id == offer.id, OfferStanding.stopped_on.is_not(None))
        .values(stopped_on=None)
        .returning(OfferStanding.initiative_id)
        .execution_options(synchronize_session=False)
    )
    if said is None or not offer.active:
        raise Conflict
    if ends:
        _change(work, offer.id, active=False)
        end_link(work, offer.id)
        forget_correction(work, offer.id)


def _revive(work: Work, offer: Initiative, standing: OfferStanding) -> None:
    """As old as it was: somebody asks first whether all still holds."""
    if offer.active:
        raise Conflict
    _change(work, offer.id, active=True)
    standing.asked_on, standing.asks, standing.stopped_on = None, 0, None


def _change(work: Work, initiative_id: UUID, **values: object) -> None:
    work.data.execute(
        update(Initiative)
        .where(Initiative.id == initiative_id)
        .values(version=Initiative.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
