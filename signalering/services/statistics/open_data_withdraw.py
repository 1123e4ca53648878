"""Withdraw a key for open data: its tool gets nothing from now on."""

from uuid import UUID

from sqlalchemy import update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.permissions import Permission
from signalering.models.statistics.open_data_key import OpenDataKey
from signalering.services.audit.record import record
from signalering.services.work import Work


def withdraw_key(work: Work, key_id: UUID) -> None:
    """Of two who do so at once the first one does. Raises Denied, NotFound, NotAllowedNow."""
    require(Permission.OPEN_DATA_KEYS, work.by(), None, work.clock.today())
    if work.data.get(OpenDataKey, key_id) is None:
        raise NotFound
    done = work.data.scalar(
        update(OpenDataKey)
        .where(OpenDataKey.id == key_id, OpenDataKey.withdrawn_on.is_(None))
        .values(withdrawn_on=work.clock.today())
        .returning(OpenDataKey.id)
    )
    if done is None:
        raise NotAllowedNow
    record(work, AuditAction.OPEN_DATA_KEY_WITHDRAWN, key_id)
