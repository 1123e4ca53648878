"""A training of many people at once, by a list."""

from datetime import date

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.training.group import RecordGroup
from signalering.domain.lifecycles import TrainingWay
from signalering.forms.base import BaseForm
from signalering.forms.fields import day, line, text
from signalering.forms.training._partner import at_partner, partner_of

LONGEST = 60_000


class GroupForm(BaseForm):
    """Addresses, one a line."""

    addresses = text(
        _("E-mailadressen"), LONGEST, description=_("Eén adres op een regel, zoals in het account.")
    )
    way = RadioField(
        _("Hoe volgden zij de training?"),
        [InputRequired()],
        default=TrainingWay.EARLIER.value,
        choices=[
            (TrainingWay.EARLIER.value, _("eerder, voor dit systeem er was")),
            (TrainingWay.CLASSROOM.value, _("in een groep")),
        ],
    )
    trainer = line(_("Trainer"))
    partner = at_partner()
    trained_in = day(_("Wanneer?"), description=_("Alleen de maand wordt bewaard."))

    def to_command(self) -> RecordGroup:
        """What the service takes."""
        return RecordGroup(
            addresses=self.addresses.data or "",
            way=TrainingWay(self.way.data),
            trainer=self.trainer.data or "",
            trained_in=self.trained_in.data or date.max,
            partner_id=partner_of(self.partner),
        )
