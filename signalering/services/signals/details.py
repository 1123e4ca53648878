"""Contact details that a resident gave, in an envelope of their own at a signal or a case."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, select, update

from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.errors import IntakeClosed
from signalering.domain.lifecycles import CardState, KeyGroup, ResidentNews
from signalering.domain.retention import Kept, kept_until
from signalering.domain.states import ConsentScope, ConsentWay, Hat
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.retention.erase_key import bury, erase_key
from signalering.services.retention.policy import term
from signalering.services.sealing import new_key, seal_payload
from signalering.services.work import Work
from signalering.vault.kinds import new_record_key
from signalering.vault.seals import Slot
from signalering.vault.wraps import Purpose

# In the consent of a yes: before it came a no that nobody had taken in.
AFTER_NO = "after_no"


@dataclass(frozen=True)
class Place:
    """Where an envelope lies: at a signal, or in a case."""

    signal_id: UUID | None = None
    case_id: UUID | None = None


def seal_details(work: Work, signal_id: UUID, given: GivenContact) -> ContactDetails:
    """Seal what was given straight to the coordinators; a worker can't read it back.

    Unopened it lapses (domain/retention.py). Raises IntakeClosed.
    """
    return put(work, Place(signal_id=signal_id), given, consent_of(work, given.text_version))


def way_of(work: Work) -> ConsentWay:
    """To whom the resident says it: to whoever is logged in, or to nobody on the card's page."""
    hat = work.actor.hat if work.actor else None
    if hat is Hat.COORDINATOR:
        return ConsentWay.SPOKEN_TO_COORDINATOR
    return ConsentWay.SPOKEN_TO_WORKER if hat is Hat.FRONTLINE else ConsentWay.OWN_PAGE


def consent_of(
    work: Work, text_version: str, *, language: str = "nl", given: bool = True
) -> dict[str, Any]:
    """The record of a yes to be contacted, or of its being taken back, as of today."""
    return {
        "scope": ConsentScope.CONTACT.value,
        "way": way_of(work).value,
        "text_version": text_version,
        "language": language,
        "given": given,
        "day": work.clock.today().isoformat(),
        "recorded_by": str(work.actor.account_id) if work.actor else None,
    }


def put(
    work: Work,
    place: Place,
    given: GivenContact,
    consent: Mapping[str, Any],
    news: ResidentNews | None = None,
) -> ContactDetails:
    """Seal an envelope under a key of its own and lay it down. Raises IntakeClosed.

    Empty details say that a yes was taken back: the same size, the same shape. A no is taken while
    intake is closed as well; then it stands in `news` alone, under a key that nobody has.
    """
    details_id, today = uuid4(), work.clock.today()
    try:
        key_id, key = new_key(work, KeyGroup.CASEWORK, Purpose.CONTACT)
    except IntakeClosed:
        if consent["given"]:
            raise
        key_id, key = uuid4(), new_record_key()
        bury(work, {key_id: today})
    words = asdict(given)
    del words["text_version"]
    at_signal = place.signal_id is not None
    details = ContactDetails(
        id=details_id,
        signal_id=place.signal_id,
        case_id=place.case_id,
        key_id=key_id,
        left_on=today if at_signal else None,
        lapses_on=kept_until(term(work, Kept.UNOPENED_CONTACT_DETAILS), today)
        if at_signal
        else None,
        has_phone=bool(given.phone),
        has_email=bool(given.email),
        has_address=bool(given.address),
        news=news.value if news else None,
        sealed=seal_payload(
            key,
            Slot("contact_details", "sealed", details_id, 0),
            {**words, "consent": dict(consent)},
        ),
    )
    work.data.add(details)
    work.data.flush()
    return details


def details_of(work: Work, signal: Signal) -> ContactDetails | None:
    """The envelope at the signal, if there is one."""
    return work.data.scalar(select(ContactDetails).where(ContactDetails.signal_id == signal.id))


def holds_details(details: ContactDetails | None) -> bool:
    """Whether there is a way to reach somebody in it."""
    return details is not None and (details.has_phone or details.has_email or details.has_address)


def hold_cards(work: Work, contact_id: UUID) -> None:
    """A resident who does something with the card at this moment goes first, others wait."""
    cards = select(ContactCard.code_hash).where(ContactCard.contact_id == contact_id)
    work.data.execute(cards.with_for_update())


def destroy(work: Work, details: ContactDetails) -> None:
    """Forget the key, and every package that hangs on it; then the envelope. Its cards are void.

    From then on nobody opens it, not out of a backup of the data either.
    """
    hold_cards(work, details.id)
    erase_key(work, details.key_id, details.id)
    work.data.execute(
        update(ContactCard)
        .where(ContactCard.contact_id == details.id)
        .values(contact_id=None, state=CardState.VOID.value, valid_until=None)
        .execution_options(synchronize_session=False)
    )
    work.data.execute(
        delete(ContactDetails)
        .where(ContactDetails.id == details.id)
        .execution_options(synchronize_session=False)
    )
    work.data.expunge(details)


def destroy_details(work: Work, signal: Signal) -> None:
    """Destroy the envelope at a signal, if there is one."""
    details = details_of(work, signal)
    if details is not None:
        destroy(work, details)
