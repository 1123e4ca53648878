"""Read a chapter."""

from signalering.domain.access import Permission, require
from signalering.domain.course import Chapter, Lesson, may_refresh
from signalering.domain.errors import NotFound
from signalering.services.training.content import lesson as content
from signalering.services.training.exam import valid_until
from signalering.services.work import Work


def lesson(work: Work, chapter: Chapter, language: str) -> Lesson:
    """A chapter to read. Raises Denied, NotFound for a refresher that wouldn't count."""
    today = work.clock.today()
    require(Permission.COURSE, work.by(), None, today)
    counts = may_refresh(valid_until(work), work.periods, today)
    if chapter is Chapter.REFRESHER and not counts:
        raise NotFound
    return content(work.settings.instance, chapter, language)
