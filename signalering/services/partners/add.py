"""Take an organisation into the coalition."""

from uuid import UUID, uuid4

from sqlalchemy import select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.partners.add import AddPartner
from signalering.domain.errors import InvalidInput
from signalering.domain.permissions import Permission
from signalering.domain.text import clean_line
from signalering.domain.vocabularies import vocabulary
from signalering.models.partners.partner import Partner
from signalering.services.audit.record import record
from signalering.services.work import Work


def add(work: Work, command: AddPartner) -> UUID:
    """Create the organisation; its workers can be invited once there is an agreement.

    The command line acts without an actor; on a page it takes the permission. Raises Denied,
    InvalidInput for an empty or known name, an unknown domain, or an agreement without version.
    """
    if work.actor is not None:
        require(Permission.PARTNERS, work.actor, None, work.clock.today())
    name = clean_line(command.name, 200, field="name")
    if not name:
        raise InvalidInput("name", "required")
    if command.domain not in vocabulary("partner_domains"):
        raise InvalidInput("domain", "unknown_code")
    if (command.agreement_on is None) != (command.agreement_version is None):
        raise InvalidInput("agreement_version", "required")
    if work.data.scalar(select(Partner.id).where(Partner.name == name)):
        raise InvalidInput("name", "known_name")
    partner = Partner(
        id=uuid4(),
        name=name,
        domain=command.domain,
        contact_address=command.contact_address,
        agreement_on=command.agreement_on,
        agreement_version=command.agreement_version,
    )
    work.data.add(partner)
    work.data.flush()
    record(work, AuditAction.PARTNER_ADDED, partner.id, domain=partner.domain)
    return partner.id
