"""The answers to a chapter's questions, with what is said to each."""

from flask import Blueprint, request

from signalering.domain.course import Chapter
from signalering.domain.views.training.course import ExamResult
from signalering.forms.training.exam import exam_form
from signalering.services.training.exam import exam as service
from signalering.services.training.lesson import lesson
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    chapters = ",".join(f'"{chapter}"' for chapter in Chapter)
    blueprint.add_url_rule(
        f"/training/<any({chapters}):chapter>/answers", "exam", exam, methods=["POST"]
    )


@unit_of_work()
def exam(work: Work, chapter: str) -> Answer:
    """What was right, why, and what comes next."""
    content = lesson(work, Chapter(chapter), language())
    form = exam_form(content)(request.form)
    results: list[ExamResult] = []
    if form.validate() and carried_out(
        work,
        form,
        lambda: results.append(service(work, form.to_command(Chapter(chapter)), language())),
    ):
        return page("training/exam.html", result=results[0], chapter=chapter)
    return page("training/lesson.html", 422, lesson=content, chapter=chapter, form=form)
