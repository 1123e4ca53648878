"""Say two weeks ahead what will be erased: once a day, by the timer, without any key."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import AccountState, DailyJob, MailKind
from signalering.domain.retention import NOTICE_DAYS, Erasable
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.retention.hold import ErasureHold
from signalering.models.retention.notice import ErasureNotice
from signalering.services.audit.record import record
from signalering.services.network.queue import queue
from signalering.services.retention.due import Due, due
from signalering.services.work import Work

AT_ONCE = 500


def give_notice(work: Work) -> int:
    """Bring the notices up to what is due by two weeks from now; gives how many are new.

    One that is no longer due, for it is held, was taken up again or has a longer term, is taken
    back: should it fall due again, its two weeks begin anew. So do those of a clock that ran ahead.
    Holds that are over go. Privacy officers get a mail without content when there is news.
    """
    today = work.clock.today()
    work.data.execute(delete(ErasureHold).where(ErasureHold.until < today))
    work.data.execute(delete(ErasureNotice).where(ErasureNotice.noticed_on > today))
    new = sum(_of_kind(work, kind) for kind in Erasable)
    if new:
        _tell(work)
    record(work, AuditAction.SWEEP_DONE, sweep=DailyJob.ERASURE_NOTICES.value, count=new)
    return new


def _of_kind(work: Work, kind: Erasable) -> int:
    today = work.clock.today()
    wanted = {one.object_id: one for one in due(work, kind, today + timedelta(days=NOTICE_DAYS))}
    rows = work.data.execute(
        select(ErasureNotice.object_id, ErasureNotice.due_on).where(
            ErasureNotice.object_kind == kind.value
        )
    )
    there = {row[0]: row[1] for row in rows}
    _take_back(work, kind, sorted(there.keys() - wanted.keys()))
    for object_id in sorted(there.keys() & wanted.keys()):
        if there[object_id] != wanted[object_id].due_on:
            work.data.execute(
                update(ErasureNotice)
                .where(ErasureNotice.object_id == object_id)
                .values(due_on=wanted[object_id].due_on)
            )
    new = [wanted[object_id] for object_id in sorted(wanted.keys() - there.keys())]
    _write(work, new)
    return len(new)


def _write(work: Work, new: Sequence[Due]) -> None:
    for start in range(0, len(new), AT_ONCE):
        rows = [
            {
                "object_kind": one.kind.value,
                "object_id": one.object_id,
                "due_on": one.due_on,
                "noticed_on": work.clock.today(),
            }
            for one in new[start : start + AT_ONCE]
        ]
        work.data.execute(insert(ErasureNotice), rows)


def _take_back(work: Work, kind: Erasable, ids: Sequence[UUID]) -> None:
    for start in range(0, len(ids), AT_ONCE):
        work.data.execute(
            delete(ErasureNotice).where(
                ErasureNotice.object_kind == kind.value,
                ErasureNotice.object_id.in_(ids[start : start + AT_ONCE]),
            )
        )


def _tell(work: Work) -> None:
    receivers = (
        select(Account.id)
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(
            Account.state == AccountState.ACTIVE.value,
            AccountHat.hat == Hat.PRIVACY_OFFICER.value,
        )
        .order_by(Account.id)
    )
    for account_id in work.data.scalars(receivers).all():
        queue(work, MailKind.ERASURE_NOTICE, account_id)
