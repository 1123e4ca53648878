"""The vernietigingsverklaring of a run."""

import json
from uuid import UUID

from sqlalchemy import select

from signalering.domain.access import Permission, allowed, require
from signalering.domain.backups import BackupKind, lapses_on
from signalering.domain.errors import NotFound
from signalering.domain.views.retention.declaration import DeclaredCount, RunDeclaration
from signalering.models.accounts.account import Account
from signalering.models.retention.run import ErasureCount, ErasureRun
from signalering.services.work import Work


def declaration(work: Work, run_id: UUID) -> RunDeclaration:
    """What a run erased. Raises Denied, NotFound."""
    require(Permission.SEE_RETENTION, work.by(), None, work.clock.today())
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
        signs=allowed(Permission.RETENTION, work.by(), None, work.clock.today()),
    )
