"""A resident has everything erased that a card holds, and the card with it."""

from sqlalchemy import update

from signalering.domain.lifecycles import CardState, ResidentNews
from signalering.models.signals.contact import ContactCard
from signalering.services.public.card import admitted
from signalering.services.public.withdraw import take_back
from signalering.services.work import Work


def erase(work: Work, code: str, address: str) -> None:
    """Destroy key and details; the card is worth nothing from now on. The coordinators are asked to

    erase what else there is. Raises InvalidInput, TooOften, IntakeClosed.
    """
    found = admitted(work, code, address)
    take_back(work, found, ResidentNews.ERASED)
    work.data.execute(
        update(ContactCard)
        .where(ContactCard.code_hash == found.code_hash)
        .values(state=CardState.VOID.value, contact_id=None, signal_id=None, valid_until=None)
        .execution_options(synchronize_session=False)
    )
