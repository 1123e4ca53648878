"""Ask about offers that nobody asked about for long; the timer's work.

Each is asked once, and once more after two weeks; then it is for people to call.
"""

from uuid import UUID

from sqlalchemy import select, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import MailKind
from signalering.domain.offers import asks_now
from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferStanding
from signalering.services.audit.record import record
from signalering.services.directory.standings import standing_of, standings
from signalering.services.network.queue import queue
from signalering.services.work import Work


def ask_due(work: Work) -> int:
    """Queue the mails and give how many. Only offers that run and have an address."""
    today = work.clock.today()
    known = standings(work)
    offers = work.data.scalars(
        select(Initiative)
        .where(Initiative.active, Initiative.contact_address.is_not(None))
        .order_by(Initiative.id)
    ).all()
    count = 0
    for offer in offers:
        row = known.get(offer.id)
        asked_on, asks = (row.asked_on, row.asks) if row else (None, 0)
        if row is not None and row.stopped_on is not None:
            continue
        if not asks_now(offer.assured_on, asked_on, asks, today, work.periods):
            continue
        if offer.contact_address and _claimed(work, offer.id, asks):
            queue(
                work,
                MailKind.OFFER_CHECK,
                address=offer.contact_address,
                initiative_id=offer.id,
            )
            count += 1
    if count:
        record(work, AuditAction.SWEEP_DONE, sweep="offers_asked", count=count)
    return count


def _claimed(work: Work, initiative_id: UUID, asks: int) -> bool:
    """One UPDATE: of two nodes at the same moment one asks."""
    standing_of(work, initiative_id)
    taken = work.data.scalar(
        update(OfferStanding)
        .where(
            OfferStanding.initiative_id == initiative_id,
            OfferStanding.asks == asks,
            OfferStanding.stopped_on.is_(None),
        )
        .values(asks=asks + 1, asked_on=work.clock.today())
        .returning(OfferStanding.initiative_id)
        .execution_options(synchronize_session=False)
    )
    return taken is not None
