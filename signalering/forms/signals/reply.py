"""What a reporter writes to the coordinators."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.signals.ask import MESSAGE_LIMIT
from signalering.domain.commands.signals.reply import ReplyToCoordinator
from signalering.domain.errors import InvalidInput
from signalering.domain.views.signals.note import NoteIdentifies, Stretch, stretches
from signalering.forms.base import BaseForm
from signalering.forms.fields import text


class ReplyForm(BaseForm):
    """One text, guarded like the note."""

    text = text(
        _("Je bericht"),
        MESSAGE_LIMIT,
        description=_(
            "Zet hier geen namen, adressen, telefoonnummers of geboortedata. "
            "Ook aan een verhaal is iemand soms te herkennen."
        ),
    )

    found: tuple[Stretch, ...] = ()

    def refuse(self, error: InvalidInput) -> None:
        """Also keep where the text could tell who it is about, to be shown in it."""
        super().refuse(error)
        if isinstance(error, NoteIdentifies):
            self.found = stretches(self.text.data or "", error.findings)

    def to_command(self, signal_id: UUID) -> ReplyToCoordinator:
        """What the service takes."""
        return ReplyToCoordinator(signal_id, self.text.data or "")
