"""Print a contact card for a resident whom nobody reached: for the envelope or the letter box."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.domain.flows.case import SEEKING
from signalering.domain.views.signals.print_cards import CardToPrint
from signalering.services.audit.record import record
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.contact import held_contact, require_no_news
from signalering.services.cases.entries import add_case_entry, case_entries, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.leaving import CARD, leave_card
from signalering.services.cases.standing import require_unrestricted
from signalering.services.keys.coverage import require_intake
from signalering.services.signals.card import card as as_printed
from signalering.services.work import Work


def card(work: Work, case_id: UUID, version: int) -> CardToPrint:
    """A fresh card of this case; its code is shown now and can't be shown again.

    Nobody is sought who has said no. Raises NotFound, Denied, Conflict, NotAllowedNow (contact is
    there, or over), IntakeClosed, CannotOpen.
    """
    case = kept_case(work, case_id, version)
    if case.state not in SEEKING:
        raise NotAllowedNow
    require_unrestricted(case)
    key = case_key(work, case)
    if contact_withdrawn(case_entries(work, case, key)):
        raise NotAllowedNow("contact_withdrawn")
    require_intake(work)
    change(work, case)
    held_contact(work, case.id)
    require_no_news(work, case)
    code = leave_card(work, case)
    add_case_entry(work, case, key, {"kind": CARD})
    record(work, AuditAction.CASE_CARD_PRINTED, case.id)
    return as_printed(work, code)
