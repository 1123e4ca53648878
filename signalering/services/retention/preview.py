"""What a run would erase at this moment; it changes nothing."""

from datetime import timedelta

from sqlalchemy import func, select

from signalering.domain.retention import NOTICE_DAYS, Erasable
from signalering.domain.views.retention.run import DryRun, Ready
from signalering.models.retention.notice import ErasureNotice
from signalering.services.retention.due import last_day
from signalering.services.retention.run import ripe
from signalering.services.work import Work


def preview(work: Work) -> DryRun:
    """Each thing is asked again whether it may go, exactly as the run does."""
    today = work.clock.today()
    ready = []
    for kind in Erasable:
        days = [last_day(work, kind, one, today) for one in ripe(work, kind, limit=None)]
        there = [day for day in days if day is not None]
        if there:
            ready.append(Ready(kind.value, len(there), min(there)))
    waiting = work.data.scalar(
        select(func.count()).where(
            (ErasureNotice.noticed_on > today - timedelta(days=NOTICE_DAYS))
            | (ErasureNotice.due_on >= today)
        )
    )
    return DryRun(tuple(ready), waiting or 0)
