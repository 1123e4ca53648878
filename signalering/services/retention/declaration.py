"""The vernietigingsverklaring of a run, and the privacy officer's name under it."""

import json
from uuid import UUID

from sqlalchemy import select, update

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.backups import BackupKind, lapses_on
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.views.retention.declaration import DeclaredCount, RunDeclaration
from signalering.models.accounts.account import Account
from signalering.models.retention.run import ErasureCount, ErasureRun
from signalering.services.audit.record import record
from signalering.services.work import Work


def declaration(work: Work, run_id: UUID) -> RunDeclaration:
    """What a run erased. Raises Denied, NotFound."""
    require(Permission.RETENTION, work.by(), None, work.clock.today())
    row = work.data.get(ErasureRun, run_id, populate_existing=True)
    if row is None:
        raise NotFound
    counts = work.data.scalars(
        select(ErasureCount)
        .where(ErasureCount.run_id == run_id)
        .order_by(ErasureCount.object_kind, ErasureCount.month)
    )
    ended = row.ended_on
    name = select(Account.name).where(Account.id == row.signed_by)
    return RunDeclaration(
        id=row.id,
        way=row.way,
        began_on=row.began_on,
        ended_on=ended,
        policy=tuple(sorted(json.loads(row.policy).items())),
        counts=tuple(
            DeclaredCount(one.object_kind, one.month, one.objects, one.keys_erased, one.rows_erased)
            for one in counts
        ),
        keystore_until=lapses_on(BackupKind.KEYSTORE, ended) if ended else None,
        data_until=lapses_on(BackupKind.DATA, ended) if ended else None,
        signed_by=(work.data.scalar(name) or "") if row.signed_by else "",
        signed_on=row.signed_on,
    )


def sign(work: Work, run_id: UUID) -> None:
    """Put one's name under it, once. Raises Denied, NotFound, NotAllowedNow."""
    view = declaration(work, run_id)
    if not view.may_sign:
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
