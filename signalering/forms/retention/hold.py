"""Something that is to be kept past its term."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.retention.hold import Hold
from signalering.domain.retention import Erasable, HoldFor, HoldReason
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class HoldForm(BaseForm):
    """What, why and for how long at most; the route fills the choices."""

    kind = RadioField(_("Wat moet langer bewaard blijven?"), [InputRequired()])
    reference = line(_("Kenmerk"), 40, description=_("Het staat bovenaan het dossier of signaal."))
    reason = RadioField(_("Waarom?"), [InputRequired()])
    hold_for = RadioField(_("Hoe lang?"), [InputRequired()])

    def to_command(self) -> Hold:
        """What the service takes."""
        return Hold(
            Erasable(self.kind.data),
            self.reference.data or "",
            HoldReason(self.reason.data),
            HoldFor(self.hold_for.data),
        )
