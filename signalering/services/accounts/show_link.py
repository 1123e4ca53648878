"""A new link for somebody who has a log-in to set up, to hand over otherwise than by mail."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.views.accounts.show_link import ShownLink
from signalering.services.accounts.invite import new_link_token
from signalering.services.accounts.send_link import waiting_account
from signalering.services.audit.record import record
from signalering.services.work import Work


def show_link(work: Work, account_id: UUID) -> ShownLink:
    """A new link, told once. Raises Denied, NotFound, NotAllowedNow when there is a log-in."""
    account = waiting_account(work, account_id)
    token = new_link_token(work, account_id)
    record(work, AuditAction.LINK_MADE, account_id, way="shown")
    return ShownLink(account.name, token)
