"""The questions of a chapter: as many radio fields as it has."""

from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.training.exam import TakeExam
from signalering.domain.course import Chapter, Lesson
from signalering.forms.base import BaseForm


class ExamForm(BaseForm):
    """Made by `exam_form`: its fields are the chapter's own."""

    def to_command(self, chapter: Chapter) -> TakeExam:
        """What the service takes."""
        return TakeExam(chapter, tuple(int(field.data) for field in self))


def exam_form(lesson: Lesson) -> type[ExamForm]:
    """A form for these questions. The right answer doesn't always stand first."""
    fields = {}
    for number, question in enumerate(lesson.questions, start=1):
        choices = [(str(place), answer.text) for place, answer in enumerate(question.answers)]
        turn = number % len(choices)
        fields[f"question_{number}"] = RadioField(
            f"{number}. {question.ask}", [InputRequired()], choices=choices[turn:] + choices[:turn]
        )
    return type("ExamForm", (ExamForm,), fields)
