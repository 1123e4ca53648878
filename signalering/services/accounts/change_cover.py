"""Change a cover, or end it before its last day."""

from uuid import UUID

from sqlalchemy import delete, update

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.change_cover import ChangeCover
from signalering.domain.errors import Conflict, NotFound
from signalering.domain.lifecycles import MailKind
from signalering.domain.views.accounts.cover import CoverLine
from signalering.models.accounts.cover import Cover
from signalering.services.accounts.cover import check, covers
from signalering.services.audit.record import record
from signalering.services.network.queue import queue
from signalering.services.work import Work


def cover_line(work: Work, cover_id: UUID) -> CoverLine:
    """One that runs or is to come. Raises Denied, NotFound."""
    for line in covers(work).lines:
        if line.id == cover_id:
            return line
    raise NotFound


def change_cover(work: Work, command: ChangeCover) -> None:
    """Another colleague, or other days; who is away stays who it was.

    Raises Denied, NotFound, Conflict when somebody changed it since, and InvalidInput as for a
    new one.
    """
    row = _row(work, command.cover_id, command.version)
    check(work, row.account_id, command.by_id, command.from_on, command.until_on, row.id)
    before = row.by_id
    changed = work.data.scalar(
        update(Cover)
        .where(Cover.id == row.id, Cover.version == command.version)
        .values(
            by_id=command.by_id,
            from_on=command.from_on,
            until_on=command.until_on,
            version=command.version + 1,
        )
        .returning(Cover.id)
        .execution_options(synchronize_session=False)
    )
    if changed is None:
        raise Conflict
    told = {command.by_id, row.account_id} if command.by_id != before else {command.by_id}
    for account_id in sorted(told - {work.by().account_id}):
        queue(work, MailKind.SIGNAL_NEWS, account_id)
    record(
        work,
        AuditAction.COVER_CHANGED,
        row.account_id,
        account_id=command.by_id,
        from_day=command.from_on.isoformat(),
        to_day=command.until_on.isoformat(),
    )


def end_cover(work: Work, cover_id: UUID, version: int) -> None:
    """It counts no more, from the next request on. Raises Denied, NotFound, Conflict."""
    row = _row(work, cover_id, version)
    gone = work.data.scalar(
        delete(Cover)
        .where(Cover.id == cover_id, Cover.version == version)
        .returning(Cover.id)
        .execution_options(synchronize_session=False)
    )
    if gone is None:
        raise Conflict
    record(work, AuditAction.COVER_ENDED, row.account_id, account_id=row.by_id)


def _row(work: Work, cover_id: UUID, version: int) -> Cover:
    require(Permission.COVER, work.by(), None, work.clock.today())
    row = work.data.get(Cover, cover_id, populate_existing=True)
    if row is None:
        raise NotFound
    if row.version != version:
        raise Conflict
    return row
