"""A chapter of the course: its pages, and its questions below them."""

from flask import Blueprint

from signalering.domain.course import Chapter
from signalering.forms.training.exam import exam_form
from signalering.services.training.lesson import lesson as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    chapters = ",".join(f'"{chapter}"' for chapter in Chapter)
    blueprint.add_url_rule(f"/training/<any({chapters}):chapter>", "lesson", lesson)


@unit_of_work()
def lesson(work: Work, chapter: str) -> Answer:
    """Read, then answer."""
    content = service(work, Chapter(chapter), language())
    return page("training/lesson.html", lesson=content, chapter=chapter, form=exam_form(content)())
