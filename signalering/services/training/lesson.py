"""Read a chapter."""

from signalering.domain.access import Permission, require
from signalering.domain.course import Chapter, Lesson, may_refresh
from signalering.domain.errors import NotFound
from signalering.services.training.content import lesson as content
from signalering.services.training.exam import valid_until
from signalering.services.work import Work


def lesson(work: Work, chapter: Chapter, language: str) -> Lesson:
    """A chapter to read. Raises Denied, NotFound for a refresher that wouldn't count."""
    require(Permission.COURSE, work.by(), None, work.clock.today())
    if chapter is Chapter.REFRESHER and not may_refresh(valid_until(work), work.clock.today()):
        raise NotFound
    return content(work.settings.instance, chapter, language)
