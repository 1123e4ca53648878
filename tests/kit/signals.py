"""Signals for tests: one that is whole, and the ways to have one somewhere in its life."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from kit.story import forms, remembered
from kit.town import Town
from signalering.domain.commands.signals.log import GivenContact, LogSignal
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.sealing import open_key, open_payload
from signalering.services.signals.log import log
from signalering.services.signals.take import take
from signalering.vault.seals import Slot
from signalering.vault.wraps import Purpose

CONTACT = GivenContact(name="Truida Verzonnen", phone="0174 55 55 55", best_moment="ochtend")


def a_signal(**changes: Any) -> LogSignal:
    """A whole signal without contact details, of a form of its own."""
    whole = LogSignal(
        token=forms.token(),
        indicators=("says_lonely", "curtains"),
        place="heenweg",
        age_band="75+",
        request="contact",
        contact_answer="not_asked",
        lives_with="alone",
        main_wish="encounters",
        note="Zit veel binnen en mist de buren.",
    )
    return replace(whole, **changes)


def with_details(**changes: Any) -> LogSignal:
    """A signal whose resident said yes to the worker."""
    return a_signal(contact_answer="yes_details", contact=CONTACT, **changes)


@remembered
def logged(town: Town, key: str = "worker", command: LogSignal | None = None) -> UUID:
    """A signal that this person logged, committed."""
    with town.committed(key) as work:
        return log(work, command or a_signal()).signal_id


@remembered
def taken(town: Town, key: str = "coordinator", command: LogSignal | None = None) -> UUID:
    """A signal of the worker that this coordinator has in triage, committed."""
    signal_id = logged(town, command=command)
    with town.committed(key) as work:
        take(work, signal_id)
    return signal_id


def row_of(town: Town, signal_id: UUID) -> Signal:
    """The row as it stands in the database."""
    with town.work(writes=False) as work:
        signal = work.data.get_one(Signal, signal_id)
        work.data.expunge_all()
        return signal


def details_at(town: Town, signal_id: UUID) -> ContactDetails | None:
    """The envelope with contact details that lies at a signal."""
    with town.work(writes=False) as work:
        query = select(ContactDetails).where(ContactDetails.signal_id == signal_id)
        details = work.data.scalar(query)
        work.data.expunge_all()
        return details


def words_of(town: Town, details: ContactDetails, key: str = "coordinator") -> dict[str, Any]:
    """What is sealed in contact details, as this person. Raises CannotOpen."""
    with town.work(key, writes=False) as work:
        opened = open_key(work, "casework", Purpose.CONTACT, details.key_id)
        return open_payload(
            opened, Slot("contact_details", "sealed", details.id, 0), details.sealed
        )
