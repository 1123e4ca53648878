"""A form with a text that the guard reads: what it found comes back marked."""

from typing import ClassVar

from wtforms import SelectMultipleField
from wtforms.validators import Optional

from signalering.domain.errors import InvalidInput
from signalering.domain.views.signals.note import NoteIdentifies, Stretch, stretches
from signalering.forms.base import BaseForm


class GuardedForm(BaseForm):
    """`no_name` holds keys of words that their writer says are no names."""

    guarded: ClassVar[str] = "note"
    no_name = SelectMultipleField(validators=[Optional()], validate_choice=False, choices=[])

    found: tuple[Stretch, ...] = ()

    def refuse(self, error: InvalidInput) -> None:
        """Also keep where the text could tell who it is about, to be shown in it."""
        super().refuse(error)
        if isinstance(error, NoteIdentifies):
            self.found = stretches(self[error.field].data or "", error.findings)
