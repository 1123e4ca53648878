"""What an administrator decides about an offer: one button each."""

from uuid import UUID

from flask_babel import gettext
from wtforms import Field, HiddenField, ValidationError

from signalering.domain.commands.directory.settle import SettleOffer
from signalering.domain.offers import OfferRuling
from signalering.forms.base import UNLISTED, BaseForm

RULINGS = {one.value: one for one in OfferRuling}


class SettleForm(BaseForm):
    """The decision, and the change that was looked at."""

    ruling = HiddenField()
    correction = HiddenField()

    def validate_ruling(self, field: Field) -> None:
        """Only buttons that there are."""
        if field.data not in RULINGS:
            raise ValidationError(gettext(UNLISTED))

    def validate_correction(self, field: Field) -> None:
        """Empty, or an id."""
        try:
            self._correction()
        except ValueError:
            raise ValidationError(gettext(UNLISTED)) from None
        del field

    def to_command(self, initiative_id: UUID) -> SettleOffer:
        """What the service takes."""
        return SettleOffer(initiative_id, RULINGS[str(self.ruling.data)], self._correction())

    def _correction(self) -> UUID | None:
        return UUID(self.correction.data) if self.correction.data else None
