"""Contact details that were wrong: others lie in their place, and nobody opens the old ones."""

from dataclasses import replace
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.correct_details import CorrectDetails
from signalering.domain.consent import CONTACT_TEXT_NOW
from signalering.domain.errors import NotAllowedNow
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.views.cases.show import CaseView
from signalering.models.cases.case import Case
from signalering.models.signals.contact import ContactDetails
from signalering.services.audit.record import record
from signalering.services.cases.contact import held_contact, kinds_of, news_of, open_contact
from signalering.services.cases.entries import add_case_entry, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.show import open_kept
from signalering.services.keys.coverage import require_intake
from signalering.services.public.exchange import exchange
from signalering.services.sealing import take_in_hand
from signalering.services.signals.contact_checks import checked_contact
from signalering.services.work import Work
from signalering.vault.wraps import Purpose

DETAILS = "details"


def correct_details(work: Work, command: CorrectDetails) -> None:
    """Seal them under a key of their own; the old key is destroyed. GDPR article 16.

    The yes that came with the old ones stands. That they changed is an entry, what they were is
    not. Raises NotFound, Denied, Conflict, NotAllowedNow, InvalidInput, IntakeClosed, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    require_intake(work)
    given = checked_contact(replace(command.contact, text_version=CONTACT_TEXT_NOW))
    change(work, case)
    there = _there(work, case)
    said = open_contact(work, there)
    if not said:
        # Their key is gone already, as after a restore.
        raise NotAllowedNow("details_needed")
    left = exchange(work, there, given, said["consent"], None)
    take_in_hand(work, KeyGroup.CASEWORK, Purpose.CONTACT, left.key_id)
    add_case_entry(work, case, case_key(work, case), {"kind": DETAILS})
    record(work, AuditAction.CONTACT_DETAILS_CORRECTED, left.id, case_id=case.id)


def details_to_correct(work: Work, case_id: UUID) -> CaseView:
    """The case with its details, for whoever keeps it. Raises NotAllowedNow without any."""
    view = open_kept(work, case_id)
    if view.contact is None:
        raise NotAllowedNow("details_needed")
    return view


def _there(work: Work, case: Case) -> ContactDetails:
    there = held_contact(work, case.id)
    if there is None or not kinds_of(there):
        raise NotAllowedNow("details_needed")
    if news_of(there) is not None:
        raise NotAllowedNow("resident_wrote")
    return there
