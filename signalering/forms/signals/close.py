"""How a coordinator ends the triage of a signal."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired, Optional

from signalering.domain.commands.signals.close import CloseSignal
from signalering.forms.base import BaseForm


class CloseForm(BaseForm):
    """An ending, why it is not for us, and what the reporter hears."""

    ending = RadioField(_("Hoe loopt dit signaal af?"), [InputRequired()])
    reason = RadioField(
        _("Waarom past het niet bij ons?"),
        [Optional()],
        description=_("Alleen als je 'past niet bij ons' kiest."),
    )
    duplicate_of = RadioField(
        _("Bij welk signaal hoort het?"),
        [Optional()],
        description=_("Alleen als je 'dubbel' kiest. Daar gaat het verder."),
    )
    feedback = RadioField(
        _("Wat laten we de melder weten?"),
        [Optional()],
        description=_("De melder ziet dit vanaf de volgende werkdag om 7 uur, met de status."),
    )

    def to_command(self, signal_id: UUID) -> CloseSignal:
        """What the service takes."""
        return CloseSignal(
            signal_id=signal_id,
            ending=self.ending.data,
            reason=self.reason.data or None,
            line=self.feedback.data or None,
            duplicate_of=UUID(self.duplicate_of.data) if self.duplicate_of.data else None,
        )
