"""Change what is known of an organisation, or that it takes part."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.partners.edit import EditPartner
from signalering.domain.errors import InvalidInput
from signalering.domain.partner_facts import mailbox_of, partner_values
from signalering.domain.views.partners.show import PartnerView
from signalering.services.audit.record import record
from signalering.services.network._leaving import hold_meetings, leave_meetings
from signalering.services.partners._rows import change, require_keeper, view_of
from signalering.services.work import Work


def to_edit(work: Work, partner_id: UUID) -> PartnerView:
    """As it stands, for a form about it. Raises Denied, NotFound."""
    return view_of(work, partner_id)


def edit(work: Work, command: EditPartner) -> None:
    """Accounts of an organisation that stops stay as they are; nobody new is invited, and its seats

    at meetings to come are free again.

    Raises Denied, NotFound, Conflict, InvalidInput.
    """
    require_keeper(work)
    values = partner_values(command.name, command.domain)
    mailbox = mailbox_of(command.contact_address)
    if mailbox is None:
        raise InvalidInput("contact_address", "required")
    values |= {"contact_address": mailbox, "active": command.active}
    if not command.active:
        hold_meetings(work)
    change(work, command.partner_id, command.version, values)
    seats = 0 if command.active else leave_meetings(work, command.partner_id)
    record(
        work,
        AuditAction.PARTNER_CHANGED,
        command.partner_id,
        domain=command.domain,
        active="yes" if command.active else "no",
        seats=seats,
    )
