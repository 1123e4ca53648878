"""End a hold before its last day."""

from uuid import UUID

from sqlalchemy import delete

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotFound
from signalering.models.retention.hold import ErasureHold
from signalering.services.audit.record import record
from signalering.services.work import Work


def end_hold(work: Work, hold_id: UUID) -> None:
    """From now on its term counts again, and its notice begins anew. Raises Denied, NotFound."""
    require(Permission.HOLD, work.by(), None, work.clock.today())
    gone = work.data.execute(
        delete(ErasureHold)
        .where(ErasureHold.id == hold_id)
        .returning(ErasureHold.object_id, ErasureHold.object_kind)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if gone is None:
        raise NotFound
    record(work, AuditAction.HOLD_ENDED, gone.object_id, held=gone.object_kind)
