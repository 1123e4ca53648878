"""The contact details of a case: one row at most, under a key of their own."""

from uuid import UUID

from sqlalchemy import delete, select, update

from signalering.domain.lifecycles import CardState, KeyGroup
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.services.cases.entries import Payload
from signalering.services.retention.erase_key import erase_key
from signalering.services.sealing import is_forgotten, open_key, open_payload
from signalering.services.work import Work
from signalering.vault.seals import Slot
from signalering.vault.wraps import Purpose


def contact_of(work: Work, case_id: UUID) -> ContactDetails | None:
    """The row, if there is one."""
    return work.data.scalar(select(ContactDetails).where(ContactDetails.case_id == case_id))


def contact_slot(contact_id: UUID) -> Slot:
    """Bound to the row's id alone, so that the seal moves along from signal to case."""
    return Slot("contact_details", "sealed", contact_id, 0)


def open_contact(work: Work, contact: ContactDetails) -> Payload:
    """What the details say; nothing once their key is forgotten. Raises CannotOpen."""
    if is_forgotten(work, KeyGroup.CASEWORK, contact.key_id):
        return {}
    key = open_key(work, KeyGroup.CASEWORK, Purpose.CONTACT, contact.key_id)
    return open_payload(key, contact_slot(contact.id), contact.sealed)


def kinds_of(contact: ContactDetails | None) -> tuple[str, ...]:
    """Which kinds of details are known."""
    if contact is None:
        return ()
    known = {
        "phone": contact.has_phone,
        "email": contact.has_email,
        "address": contact.has_address,
    }
    return tuple(kind for kind, there in known.items() if there)


def forget_contact(work: Work, case: Case) -> bool:
    """Destroy the key, every package that hangs on it, then the row; whether there was one.

    From then on nobody opens the details, not out of a backup of the data either.
    """
    contact = contact_of(work, case.id)
    if contact is None:
        return False
    erase_key(work, contact.key_id, contact.id)
    work.data.execute(
        update(ContactCard)
        .where(ContactCard.contact_id == contact.id)
        .values(contact_id=None, state=CardState.VOID, valid_until=None)
        .execution_options(synchronize_session=False)
    )
    work.data.execute(
        delete(ContactDetails)
        .where(ContactDetails.id == contact.id)
        .execution_options(synchronize_session=False)
    )
    work.data.expunge(contact)
    return True
