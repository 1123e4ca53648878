"""The same question for the reporters of two signals."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.signals.ask import MESSAGE_LIMIT
from signalering.domain.commands.signals.ask_both import AskBothReporters
from signalering.forms.fields import text
from signalering.forms.signals._guarded import GuardedForm

PROPOSED = _(
    "Er is misschien al een signaal over dezelfde inwoner. Weet je of iemand anders ook betrokken "
    "is, bijvoorbeeld de huisarts of de woningcorporatie? Noem geen namen."
)


class AskBothForm(GuardedForm):
    """Which other signal, and what is asked; the text is a proposal."""

    guarded = "message"
    other = RadioField(_("Over welk ander signaal gaat het?"), [InputRequired()])
    message = text(_("Vraag aan beide melders"), MESSAGE_LIMIT, default=PROPOSED)

    def to_command(self, signal_id: UUID) -> AskBothReporters:
        """What the service takes."""
        return AskBothReporters(
            signal_id,
            UUID(self.other.data),
            self.message.data or "",
            tuple(self.no_name.data or ()),
        )
