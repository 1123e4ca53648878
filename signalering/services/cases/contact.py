"""The contact details of a case: one row at most, under a key of their own."""

from dataclasses import fields
from uuid import UUID

from sqlalchemy import select

from signalering.domain.errors import NotAllowedNow
from signalering.domain.lifecycles import KeyGroup, ResidentNews
from signalering.domain.views.cases.show import ContactView
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.services.cases.entries import Payload
from signalering.services.sealing import is_forgotten, open_key, open_payload
from signalering.services.signals.details import destroy, hold_cards
from signalering.services.work import Work
from signalering.vault.seals import Slot
from signalering.vault.wraps import Purpose


def contact_of(work: Work, case_id: UUID) -> ContactDetails | None:
    """The row, if there is one."""
    return work.data.scalar(select(ContactDetails).where(ContactDetails.case_id == case_id))


def held_contact(work: Work, case_id: UUID) -> ContactDetails | None:
    """The row as it lies there now; until this work is done nobody does anything with its card."""
    contact = contact_of(work, case_id)
    while contact is not None:
        hold_cards(work, contact.id)
        there = contact_of(work, case_id)
        if there is None or there.id == contact.id:
            return there
        # A resident was first, and laid other details in its place.
        work.data.expunge(contact)
        contact = there
    return None


def contact_slot(contact_id: UUID) -> Slot:
    """Bound to the row's id alone, so that the seal moves along from signal to case."""
    return Slot("contact_details", "sealed", contact_id, 0)


def open_contact(work: Work, contact: ContactDetails) -> Payload:
    """What the details say; nothing once their key is forgotten. Raises CannotOpen."""
    if is_forgotten(work, KeyGroup.CASEWORK, contact.key_id):
        return {}
    key = open_key(work, KeyGroup.CASEWORK, Purpose.CONTACT, contact.key_id)
    return open_payload(key, contact_slot(contact.id), contact.sealed)


def contact_view(work: Work, contact: ContactDetails | None) -> ContactView | None:
    """How the resident can be reached; None without details. The caller writes the audit entry.

    Raises CannotOpen.
    """
    if contact is None or not kinds_of(contact):
        return None
    details = open_contact(work, contact)
    if not details:
        return None
    return ContactView(**{one.name: details.get(one.name) or "" for one in fields(ContactView)})


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
    contact = held_contact(work, case.id)
    if contact is None:
        return False
    destroy(work, contact)
    return True


def news_of(contact: ContactDetails | None) -> ResidentNews | None:
    """What the resident did with the card and nobody has taken in yet."""
    return ResidentNews(contact.news) if contact is not None and contact.news else None


def said_no(contact: ContactDetails | None) -> bool:
    """Whether a no of the resident waits to be taken in."""
    return news_of(contact) in (ResidentNews.WITHDRAWN, ResidentNews.ERASED)


def require_no_news(work: Work, case: Case) -> None:
    """Raise NotAllowedNow while a no of the resident waits to be taken in."""
    _require_none_of(work, case, ResidentNews.WITHDRAWN, ResidentNews.ERASED)


def require_same_yes(work: Work, case: Case) -> None:
    """The same for what rests on a yes of before: a new one that waits may have come after a no."""
    _require_none_of(work, case, ResidentNews.WITHDRAWN, ResidentNews.ERASED, ResidentNews.LEFT)


def _require_none_of(work: Work, case: Case, *news: ResidentNews) -> None:
    if news_of(contact_of(work, case.id)) in news:
        raise NotAllowedNow("resident_wrote")
