"""Open a case from a signal in triage: the one place where words cross from one to the other.

Nothing in clear ties the two afterwards: each names the other inside its own seal.
"""

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import or_, select, update

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import due_in, hold_until
from signalering.domain.clock import quarter_of
from signalering.domain.errors import NotAllowedNow
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.rights import inform_by
from signalering.domain.states import CaseState, SignalEnding
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.cases.contact import contact_slot
from signalering.services.cases.entries import add_case_entry
from signalering.services.references import new_reference
from signalering.services.sealing import is_forgotten, new_key, open_payload, take_in_hand
from signalering.services.signals.details import details_of, holds_details
from signalering.services.signals.finding import signal_of
from signalering.services.signals.finish import finish
from signalering.services.signals.reopen import living_case
from signalering.services.signals.triage import add_triage_entry, triage_key
from signalering.services.work import Work
from signalering.vault.wraps import Purpose


def open(work: Work, signal_id: UUID) -> UUID:
    """Close the signal with `case_opened` and give the new case's id.

    Without contact details the coordinator works through the reporter. One person, one case: a
    signal whose case still exists opens no other. Raises NotFound, Denied, NotAllowedNow,
    Conflict, CannotOpen.
    """
    signal = signal_of(work, signal_id)
    require(Permission.KEEP_SIGNAL, work.by(), Subject(signal.owner_id), work.clock.today())
    if living_case(work, signal) is not None:
        raise NotAllowedNow("signal_has_case")
    origin = {
        "kind": "origin",
        "signal": str(signal.id),
        "registered_in": quarter_of(signal.registered_on),
        "area": signal.area,
        "age_band": signal.age_band,
        "reporter_group": signal.reporter_group,
    }
    # Whoever stands in opens it for the colleague who is away: covering moves no work.
    owner_id = signal.owner_id
    reachable = holds_details(details_of(work, signal))
    finish(work, signal, SignalEnding.CASE_OPENED)
    day, kind = due_in(CaseState.OPENED, work.calendar, work.periods, work.clock.today())
    key_id, key = new_key(work, KeyGroup.CASEWORK, Purpose.CASE)
    case = Case(
        id=uuid4(),
        reference=new_reference(work, Case),
        state=CaseState.OPENED.value,
        owner_id=owner_id,
        deadline_on=day,
        deadline_kind=kind.value,
        key_id=key_id,
        inform_by=inform_by(work.clock.today()) if reachable else None,
    )
    work.data.add(case)
    work.data.flush()
    add_case_entry(work, case, key, origin)
    _link(work, signal, case)
    signal.hold_until = hold_until(work.clock.today())
    record(work, AuditAction.CASE_OPENED, case.id, signal_id=signal.id)
    consent = _move_contact(work, signal, case)
    if consent:
        add_case_entry(work, case, key, consent)
    return case.id


def _link(work: Work, signal: Signal, case: Case) -> None:
    add_triage_entry(work, signal, triage_key(work, signal), {"kind": "case", "case": str(case.id)})


def _move_contact(work: Work, signal: Signal, case: Case) -> dict[str, Any] | None:
    """Take the envelope along; gives the consent that came with it, as an entry."""
    contact = work.data.scalar(select(ContactDetails).where(ContactDetails.signal_id == signal.id))
    if contact is None or is_forgotten(work, KeyGroup.CASEWORK, contact.key_id):
        return None
    key = take_in_hand(work, KeyGroup.CASEWORK, Purpose.CONTACT, contact.key_id)
    given = open_payload(key, contact_slot(contact.id), contact.sealed).get("consent")
    contact.signal_id, contact.case_id = None, case.id
    # A day left behind would tie signal and case.
    contact.left_on = contact.lapses_on = contact.news = None
    work.data.flush()
    # A card now serves the details: their owner can still see, replace or withdraw them.
    work.data.execute(
        update(ContactCard)
        .where(or_(ContactCard.signal_id == signal.id, ContactCard.contact_id == contact.id))
        .values(signal_id=None, contact_id=contact.id, valid_until=None)
        .execution_options(synchronize_session=False)
    )
    record(work, AuditAction.CONTACT_DETAILS_MOVED, contact.id, case_id=case.id)
    if not given:
        return None
    return {
        "kind": "consent",
        "scope": given["scope"],
        "way": given["way"],
        "text_version": given["text_version"],
        "given": given.get("given", True),
        "initiative": None,
        "day": given["day"],
    }
