"""What a reporter writes to the coordinators."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.signals.ask import MESSAGE_LIMIT
from signalering.domain.commands.signals.reply import ReplyToCoordinator
from signalering.forms.fields import text
from signalering.forms.signals._guarded import GuardedForm


class ReplyForm(GuardedForm):
    """One text, guarded like the note."""

    guarded = "text"
    text = text(
        _("Je bericht"),
        MESSAGE_LIMIT,
        description=_(
            "Zet hier geen namen, adressen, telefoonnummers of geboortedata. "
            "Ook aan een verhaal is iemand soms te herkennen."
        ),
    )

    def to_command(self, signal_id: UUID) -> ReplyToCoordinator:
        """What the service takes."""
        return ReplyToCoordinator(signal_id, self.text.data or "", tuple(self.no_name.data or ()))
