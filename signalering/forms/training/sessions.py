"""Plan a training in a classroom."""

from datetime import date

from flask_babel import lazy_gettext as _
from wtforms import IntegerField
from wtforms.validators import InputRequired

from signalering.domain.commands.training.plan import PlanTraining
from signalering.forms.base import BaseForm
from signalering.forms.fields import day, line
from signalering.forms.training._partner import at_partner, partner_of


class PlanForm(BaseForm):
    """Where and when, by whom, for how many."""

    day = day(_("Dag"))
    starts_at = line(_("Begint om"), 5, description=_("Bijvoorbeeld 14:00."))
    place = line(_("Plaats"))
    trainer = line(_("Trainer"))
    partner = at_partner()
    seats = IntegerField(_("Hoeveel plaatsen?"), [InputRequired()], default=12)

    def to_command(self) -> PlanTraining:
        """What the service takes."""
        return PlanTraining(
            day=self.day.data or date.min,
            starts_at=self.starts_at.data or "",
            place=self.place.data or "",
            trainer=self.trainer.data or "",
            seats=self.seats.data or 0,
            partner_id=partner_of(self.partner),
        )
