"""Put one envelope in the place of another, under a key of its own."""

from typing import Any

from sqlalchemy import delete, select, update

from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.lifecycles import ResidentNews
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.services.cases.clocks import wake
from signalering.services.retention.erase_key import erase_key
from signalering.services.sealing import move_packages
from signalering.services.signals.details import Place, holds_details, put
from signalering.services.work import Work


def exchange(
    work: Work,
    there: ContactDetails,
    given: GivenContact,
    consent: dict[str, Any],
    news: ResidentNews | None,
) -> ContactDetails:
    """Lay the new one down where the old one lay, and destroy the old one's key.

    With new details the packages of running referrals stay: the yes they rest on stands. Empty
    ones take them along: nobody opens them any more. Raises IntakeClosed.
    """
    place = Place(there.signal_id, there.case_id)
    cards = work.data.scalars(
        select(ContactCard.code_hash).where(ContactCard.contact_id == there.id)
    ).all()
    _loosen(work, there)
    left = put(work, place, given, consent, news)
    if place.case_id is not None and news is not None:
        wake(work, place.case_id)
    if holds_details(left):
        move_packages(work, there.key_id, left.key_id)
    erase_key(work, there.key_id, there.id)
    work.data.execute(
        update(ContactCard)
        .where(ContactCard.code_hash.in_(cards))
        .values(contact_id=left.id)
        .execution_options(synchronize_session=False)
    )
    return left


def _loosen(work: Work, there: ContactDetails) -> None:
    """The place takes one row at a time."""
    work.data.execute(
        update(ContactCard)
        .where(ContactCard.contact_id == there.id)
        .values(contact_id=None)
        .execution_options(synchronize_session=False)
    )
    work.data.execute(
        delete(ContactDetails)
        .where(ContactDetails.id == there.id)
        .execution_options(synchronize_session=False)
    )
    work.data.expunge(there)
