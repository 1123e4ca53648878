"""Shut a partner's program out: from now on it gets nothing, whatever token it holds."""

from uuid import UUID

from sqlalchemy import delete, update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.permissions import Permission
from signalering.models.api.client import ApiClient, ApiToken
from signalering.services.audit.record import record
from signalering.services.work import Work


def revoke_client(work: Work, partner_id: UUID, client_id: UUID) -> None:
    """Of two who do so at once the first one does. Raises Denied, NotFound, NotAllowedNow."""
    require(Permission.API_CLIENTS, work.by(), None, work.clock.today())
    row = work.data.get(ApiClient, client_id)
    if row is None or row.partner_id != partner_id:
        raise NotFound
    done = work.data.scalar(
        update(ApiClient)
        .where(ApiClient.id == client_id, ApiClient.revoked_on.is_(None))
        .values(revoked_on=work.clock.today())
        .returning(ApiClient.id)
    )
    if done is None:
        raise NotAllowedNow
    work.data.execute(delete(ApiToken).where(ApiToken.client_id == client_id))
    record(work, AuditAction.API_CLIENT_REVOKED, client_id, partner_id=partner_id)
