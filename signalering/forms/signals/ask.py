"""What a coordinator writes to the reporter."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import HiddenField

from signalering.domain.commands.signals.ask import MESSAGE_LIMIT, AskReporter
from signalering.forms.fields import text
from signalering.forms.signals._guarded import GuardedForm

QUESTION = "question"


class AskForm(GuardedForm):
    """One guarded text; which button was pressed says whether an answer is waited for."""

    guarded = "message"
    message = text(
        _("Bericht aan de melder"),
        MESSAGE_LIMIT,
        description=_("De melder en de coördinatoren lezen dit. Noem geen namen van inwoners."),
    )
    kind = HiddenField()

    def to_command(self, signal_id: UUID) -> AskReporter:
        """What the service takes."""
        return AskReporter(
            signal_id,
            self.message.data or "",
            self.kind.data == QUESTION,
            tuple(self.no_name.data or ()),
        )
