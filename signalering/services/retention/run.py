"""Erase what is due and was noticed: keystore first, rows after, in small transactions.

Whoever deletes a notice erases what it names: of two nodes at once, one. Killed at any moment it
leaves at worst something whose words are shut and whose notice still stands; the next run goes on.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, select, update

from signalering.domain.access import Actor, Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import DailyJob
from signalering.domain.retention import NOTICE_DAYS, Erasable, RunWay
from signalering.models.network.job import JobRun
from signalering.models.retention.notice import ErasureNotice
from signalering.models.retention.run import ErasureCount, ErasureRun
from signalering.services.audit.record import record
from signalering.services.opened import Opened
from signalering.services.retention._taking import Taken, take_down
from signalering.services.retention.policy import terms
from signalering.services.retention.scrub import scrub
from signalering.services.work import House, Work, open_work

AT_ONCE = 50
# A loop that stood still longer, or a clock that jumped, erases nothing on its first day.
STEADY_DAYS = 3


def run(
    house: House,
    way: RunWay,
    actor: Actor | None = None,
    opened: Opened | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[UUID, ...]:
    """Erase all that may go today, and leave nothing in free pages; gives the runs that ended.

    A run by a person needs the right to. Raises Denied.
    """
    if actor is not None:
        require(Permission.RETENTION, actor, None, house.clock.today())
    for kind in Erasable:
        while not stopped():
            with open_work(house, actor, opened, writes=True) as work:
                if not _some(work, kind, way):
                    break
                work.commit()
    return _finish(house, actor, opened)


def run_daily(house: House, stopped: Callable[[], bool] = lambda: False) -> tuple[UUID, ...]:
    """The same by the timer, unless notices were given on none of the days before this one."""
    with open_work(house, writes=False) as work:
        if not _is_steady(work):
            return ()
        if not ripe(work) and not _unfinished(work):
            return ()
    return run(house, RunWay.DAILY, stopped=stopped)


def ripe(work: Work, kind: Erasable | None = None, limit: int | None = 1) -> Sequence[UUID]:
    """Some of what was noticed long enough ago, and is over its last day."""
    today = work.clock.today()
    query = select(ErasureNotice.object_id).where(
        ErasureNotice.noticed_on <= today - timedelta(days=NOTICE_DAYS),
        ErasureNotice.due_on < today,
    )
    if kind is not None:
        query = query.where(ErasureNotice.object_kind == kind.value)
    return work.data.scalars(query.order_by(ErasureNotice.object_id).limit(limit)).all()


def _some(work: Work, kind: Erasable, way: RunWay) -> bool:
    ids = ripe(work, kind, AT_ONCE)
    if not ids:
        return False
    run_id = _open_run(work, way)
    claimed = work.data.scalars(
        delete(ErasureNotice)
        .where(ErasureNotice.object_kind == kind.value, ErasureNotice.object_id.in_(ids))
        .returning(ErasureNotice.object_id)
        .execution_options(synchronize_session=False)
    ).all()
    gone: dict[date, list[Taken]] = defaultdict(list)
    for object_id in sorted(claimed):
        taken = take_down(work, kind, object_id)
        if taken is not None:
            gone[taken.due_on.replace(day=1)].append(taken)
    for month, some in gone.items():
        _count(work, run_id, kind, month, some)
    count = sum(len(some) for some in gone.values())
    record(work, AuditAction.RETENTION_ERASED, run_id, erased=kind.value, count=count)
    return True


def _open_run(work: Work, way: RunWay) -> UUID:
    """The run that is not finished, held still: two nodes add to it in turn."""
    found = work.data.scalar(_OPEN.limit(1).with_for_update())
    if found is not None:
        return found
    policy = {kept.value: term.value for kept, term in terms(work).items()}
    row = ErasureRun(
        id=uuid4(),
        way=way.value,
        began_on=work.clock.today(),
        policy=json.dumps(policy, sort_keys=True),
    )
    work.data.add(row)
    work.data.flush()
    return row.id


_OPEN = select(ErasureRun.id).where(ErasureRun.ended_on.is_(None)).order_by(ErasureRun.id)


def _count(work: Work, run_id: UUID, kind: Erasable, month: date, some: Sequence[Taken]) -> None:
    row = work.data.get(ErasureCount, (run_id, kind.value, month))
    if row is None:
        row = ErasureCount(
            run_id=run_id,
            object_kind=kind.value,
            month=month,
            objects=0,
            keys_erased=0,
            rows_erased=0,
        )
        work.data.add(row)
    row.objects += len(some)
    row.keys_erased += sum(one.keys for one in some)
    row.rows_erased += sum(one.rows for one in some)
    work.data.flush()


def _finish(house: House, actor: Actor | None, opened: Opened | None) -> tuple[UUID, ...]:
    """End what is done, once nothing is left in free pages; else the next run does."""
    with open_work(house, writes=False) as work:
        if not _unfinished(work) or ripe(work):
            return ()
    if not scrub(house):
        return ()
    with open_work(house, actor, opened, writes=True) as work:
        # One in which all that was noticed turned out to be kept after all.
        counted = select(ErasureCount.run_id)
        work.data.execute(
            delete(ErasureRun).where(ErasureRun.ended_on.is_(None), ErasureRun.id.not_in(counted))
        )
        ended = work.data.scalars(
            update(ErasureRun)
            .where(ErasureRun.ended_on.is_(None))
            .values(ended_on=work.clock.today())
            .returning(ErasureRun.id)
            .execution_options(synchronize_session=False)
        ).all()
        for run_id in ended:
            record(work, AuditAction.RETENTION_RUN_ENDED, run_id)
        work.commit()
    return tuple(ended)


def _unfinished(work: Work) -> bool:
    return work.data.scalar(_OPEN.limit(1)) is not None


def _is_steady(work: Work) -> bool:
    today = work.clock.today()
    query = select(JobRun.day).where(
        JobRun.name == DailyJob.ERASURE_NOTICES.value,
        JobRun.day < today,
        JobRun.day >= today - timedelta(days=STEADY_DAYS),
    )
    return work.data.scalar(query.limit(1)) is not None
