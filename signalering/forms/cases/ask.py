"""What a case's keeper writes to the reporter."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.cases.ask import WriteToReporter
from signalering.domain.commands.signals.ask import MESSAGE_LIMIT
from signalering.forms.fields import text
from signalering.forms.signals._guarded import GuardedForm
from signalering.forms.version import VersionForm


class AskForm(VersionForm, GuardedForm):
    """One text, guarded like the note of a signal."""

    guarded = "message"
    message = text(
        _("Bericht aan de melder"),
        MESSAGE_LIMIT,
        description=_("De melder en de coördinatoren lezen dit. Noem geen namen van inwoners."),
    )

    def to_command(self, case_id: UUID) -> WriteToReporter:
        """What the service takes."""
        return WriteToReporter(
            case_id, self.seen(), self.message.data or "", tuple(self.no_name.data or ())
        )
