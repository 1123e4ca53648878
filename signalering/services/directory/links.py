"""The link of an offer: one lives at a time, of which only a hash is kept."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select

from signalering.models.directory.initiative import Initiative
from signalering.models.directory.standing import OfferLink
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.throttle import insert_of
from signalering.services.work import Work
from signalering.vault import links

PATH = "/offer/"


def new_link(work: Work, initiative_id: UUID) -> str:
    """A token that is kept nowhere. The link of before, if there was one, is dead."""
    token = links.new_token()
    values = {
        "token_hash": links.token_hash(token),
        "until": work.clock.today() + timedelta(days=work.periods.offer_link_days),
    }
    fresh = insert_of(work, OfferLink).values(initiative_id=initiative_id, **values)
    work.data.execute(
        fresh.on_conflict_do_update(index_elements=[OfferLink.initiative_id], set_=values)
    )
    return token


def offer_behind(work: Work, token: str) -> Initiative | None:
    """Whose link it is; None for one that is wrong, used, expired or revoked alike."""
    return work.data.scalar(
        select(Initiative)
        .join(OfferLink, OfferLink.initiative_id == Initiative.id)
        .where(
            OfferLink.token_hash == links.token_hash(token),
            OfferLink.until >= work.clock.today(),
            Initiative.active,
        )
        .execution_options(populate_existing=True)
    )


def use_link(work: Work, token: str) -> UUID | None:
    """Take the link, by one DELETE; None when somebody was first."""
    return work.data.scalar(
        delete(OfferLink)
        .where(
            OfferLink.token_hash == links.token_hash(token),
            OfferLink.until >= work.clock.today(),
        )
        .returning(OfferLink.initiative_id)
    )


def end_link(work: Work, initiative_id: UUID) -> None:
    """Revoke it, and the mail that would bring a new one."""
    # The mail first, as whoever sends it: two who meet would wait for each other otherwise.
    end_mail(work, initiative_id)
    revoke(work, initiative_id)


def revoke(work: Work, initiative_id: UUID) -> None:
    """Let the link that is out open nothing; a mail that waits brings a new one, to the address of

    that day.
    """
    work.data.execute(delete(OfferLink).where(OfferLink.initiative_id == initiative_id))


def end_mail(work: Work, initiative_id: UUID) -> None:
    """Let no mail go out that asks about this offer."""
    work.data.execute(delete(OutboxMail).where(OutboxMail.initiative_id == initiative_id))


def sweep(work: Work) -> None:
    """Delete links that have expired."""
    work.data.execute(delete(OfferLink).where(OfferLink.until < work.clock.today()))
