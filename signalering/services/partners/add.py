"""Take an organisation into the coalition."""

from uuid import UUID, uuid4

from sqlalchemy.exc import IntegrityError

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.partners.add import AddPartner
from signalering.domain.errors import InvalidInput
from signalering.domain.partner_facts import agreement_values, mailbox_of, partner_values
from signalering.domain.permissions import Permission
from signalering.models.partners.partner import Partner
from signalering.services.audit.record import record
from signalering.services.work import Work


def add(work: Work, command: AddPartner) -> UUID:
    """Create the organisation; its workers can be invited once there is an agreement.

    The command line acts without an actor; on a page it takes the permission. Raises Denied,
    InvalidInput for an empty or known name, an unknown domain, what is no address, or half an
    agreement or one to come.
    """
    today = work.clock.today()
    if work.actor is not None:
        require(Permission.PARTNERS, work.actor, None, today)
    partner = Partner(
        id=uuid4(),
        contact_address=mailbox_of(command.contact_address or ""),
        **partner_values(command.name, command.domain),
        **agreement_values(command.agreement_on, command.agreement_version, today),
    )
    try:
        with work.data.begin_nested():
            work.data.add(partner)
    except IntegrityError:
        raise InvalidInput("name", "known_name") from None
    record(work, AuditAction.PARTNER_ADDED, partner.id, domain=partner.domain)
    return partner.id
