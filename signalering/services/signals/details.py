"""Contact details that a resident gave, in an envelope of their own at the signal."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select

from signalering.domain.commands.signals.log import GivenContact
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import ConsentScope, ConsentWay, Hat
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.retention.erase_key import erase_key
from signalering.services.sealing import new_key, seal_payload
from signalering.services.signals.due import PERIODS
from signalering.services.work import Work
from signalering.vault.seals import Slot
from signalering.vault.wraps import Purpose


def seal_details(work: Work, signal: Signal, given: GivenContact) -> None:
    """Seal what was given straight to the coordinators; a worker can't read it back.

    Unopened it lapses after 30 days. Raises IntakeClosed.
    """
    actor, today = work.by(), work.clock.today()
    to_whom = {
        Hat.COORDINATOR: ConsentWay.SPOKEN_TO_COORDINATOR,
    }.get(actor.hat, ConsentWay.SPOKEN_TO_WORKER)
    details_id = uuid4()
    key_id, key = new_key(work, KeyGroup.CASEWORK, Purpose.CONTACT)
    payload = {
        "name": given.name,
        "phone": given.phone,
        "email": given.email,
        "address": given.address,
        "best_moment": given.best_moment,
        "consent": {
            "scope": ConsentScope.CONTACT.value,
            "way": to_whom.value,
            "text_version": given.text_version,
            "day": today.isoformat(),
            "recorded_by": str(actor.account_id),
        },
    }
    work.data.add(
        ContactDetails(
            id=details_id,
            signal_id=signal.id,
            key_id=key_id,
            left_on=today,
            lapses_on=today + timedelta(days=PERIODS.unopened_contact_days),
            has_phone=bool(given.phone),
            has_email=bool(given.email),
            has_address=bool(given.address),
            sealed=seal_payload(key, Slot("contact_details", "sealed", details_id, 0), payload),
        )
    )


def details_of(work: Work, signal: Signal) -> ContactDetails | None:
    """The envelope at the signal, if there is one."""
    return work.data.scalar(select(ContactDetails).where(ContactDetails.signal_id == signal.id))


def destroy_details(work: Work, signal: Signal) -> None:
    """Forget the key and the envelope, if there is one: nobody opens it any more."""
    details = details_of(work, signal)
    if details is not None:
        erase_key(work, details.key_id, details.id)
        work.data.delete(details)
