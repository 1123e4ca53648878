"""How the link of a referral gets to its receiver."""

from typing import ClassVar

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import Field, HiddenField, StringField, ValidationError

from signalering.domain.commands.signals.log import LONGEST_EMAIL
from signalering.domain.lifecycles import LinkWay
from signalering.forms.base import UNLISTED
from signalering.forms.fields import line
from signalering.forms.version import VersionForm

SEND = {way.value: way for way in LinkWay}


class LinkForm(VersionForm):
    """The button that was pressed says which way; a mail needs an address."""

    receiver: StringField = line(
        _("E-mailadres van het initiatief"),
        LONGEST_EMAIL,
        required=False,
        description=_("Hier gaat de link heen. Kijk het adres goed na."),
    )
    step = HiddenField()
    # Buttons that send nothing.
    others: ClassVar[frozenset[str]] = frozenset()

    @property
    def way(self) -> LinkWay | None:
        """Mail or paper; None for any other button."""
        return SEND.get(str(self.step.data or ""))

    def validate_step(self, field: Field) -> None:
        """Only buttons that there are."""
        if field.data not in SEND and field.data not in self.others:
            raise ValidationError(gettext(UNLISTED))
