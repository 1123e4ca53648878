"""When parts of the machinery last did their work, and when they last failed."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from signalering.domain.views.settings.state import JobLine
from signalering.models.base import table_of
from signalering.models.settings.mark import UpkeepMark
from signalering.services.work import Work

MARKED_EVERY = timedelta(minutes=5)
_marks = table_of(UpkeepMark)


def mark(work: Work, done: Mapping[str, bool]) -> None:
    """Write down of each whether it went well, just now."""
    now = work.clock.now()
    for name, well in sorted(done.items()):
        when = {"done_at" if well else "failed_at": now}
        changed = work.data.execute(update(_marks).where(_marks.c.name == name).values(when))
        if getattr(changed, "rowcount", 0):
            continue
        try:
            with work.data.begin_nested():
                work.data.execute(insert(_marks).values(name=name, **when))
        except IntegrityError:  # another node, at this very moment
            continue


def is_news(work: Work, name: str, *, well: bool) -> bool:
    """Whether to write it down of what is done every few seconds: a fault, the first time that it

    went well after one, and else once in five minutes.
    """
    last = marks(work).get(name)
    if not well or last is None or last.done_at is None or last.failed:
        return True
    return work.clock.now() - last.done_at >= MARKED_EVERY


def marks(work: Work) -> dict[str, JobLine]:
    """All of them by name."""
    rows = work.data.execute(select(_marks).order_by(_marks.c.name))
    return {row.name: JobLine(row.name, row.done_at, row.failed_at) for row in rows}
