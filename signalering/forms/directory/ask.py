"""Asking an initiative: the button that was pressed says which way."""

from uuid import UUID

from flask_babel import gettext
from wtforms import Field, HiddenField, ValidationError

from signalering.domain.commands.directory.ask import AskOffer
from signalering.domain.lifecycles import LinkWay
from signalering.forms.base import UNLISTED, BaseForm

WAYS = {way.value: way for way in LinkWay}


class AskForm(BaseForm):
    """By mail to the known address, or on paper."""

    step = HiddenField()

    def validate_step(self, field: Field) -> None:
        """Only buttons that there are."""
        if field.data not in WAYS:
            raise ValidationError(gettext(UNLISTED))

    def to_command(self, initiative_id: UUID) -> AskOffer:
        """What the service takes."""
        return AskOffer(initiative_id, WAYS[str(self.step.data)])
