"""One organisation of the coalition, for the administrator."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.views.partners.show import PartnerView
from signalering.services.audit.record import record
from signalering.services.partners._rows import view_of
from signalering.services.work import Work


def show(work: Work, partner_id: UUID) -> PartnerView:
    """With its contact persons and agreement. Raises Denied, NotFound."""
    view = view_of(work, partner_id)
    record(work, AuditAction.PARTNER_READ, partner_id)
    return view
