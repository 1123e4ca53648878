"""Put the privacy officer's name under a vernietigingsverklaring."""

from uuid import UUID

from sqlalchemy import update

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.models.retention.run import ErasureRun
from signalering.services.audit.record import record
from signalering.services.retention.declaration import declaration
from signalering.services.work import Work


def sign_declaration(work: Work, run_id: UUID) -> None:
    """Put one's name under it, once. Raises Denied, NotFound, NotAllowedNow."""
    require(Permission.RETENTION, work.by(), None, work.clock.today())
    if not declaration(work, run_id).may_sign:
        raise NotAllowedNow
    signed = work.data.scalar(
        update(ErasureRun)
        .where(
            ErasureRun.id == run_id,
            ErasureRun.ended_on.is_not(None),
            ErasureRun.signed_on.is_(None),
        )
        .values(signed_by=work.by().account_id, signed_on=work.clock.today())
        .returning(ErasureRun.id)
        .execution_options(synchronize_session=False)
    )
    if signed is None:
        raise NotAllowedNow
    record(work, AuditAction.ERASURE_SIGNED, run_id)
