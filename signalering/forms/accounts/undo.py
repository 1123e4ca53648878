"""The button that takes back a step says which one, and brings its proof."""

from uuid import UUID

from wtforms import Field, HiddenField, ValidationError

from signalering.domain.audit_words import AuditAction
from signalering.domain.commands.accounts.undo import UndoStep
from signalering.domain.undoing import UNDONE_BY
from signalering.forms.base import BaseForm
from signalering.forms.version import number_of


class UndoForm(BaseForm):
    """Nothing is typed; who meddles with it hears that it is too late."""

    step = HiddenField()
    object = HiddenField()
    number = HiddenField()
    proof = HiddenField()

    def validate_step(self, field: Field) -> None:
        """One that can be taken back."""
        if field.data not in UNDONE_BY:
            raise ValidationError

    def validate_object(self, field: Field) -> None:
        """An id."""
        try:
            UUID(field.data)
        except (TypeError, ValueError):
            raise ValidationError from None

    def to_command(self) -> UndoStep:
        """What the service takes."""
        return UndoStep(
            AuditAction(str(self.step.data)),
            UUID(self.object.data),
            number_of(self.number.data),
            str(self.proof.data or ""),
        )
