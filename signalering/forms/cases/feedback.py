"""What the reporter hears at the end of a case."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import Optional

from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.signals.ask import MESSAGE_LIMIT
from signalering.domain.states import FeedbackLine, NoFeedback
from signalering.forms.fields import text
from signalering.forms.signals._guarded import GuardedForm
from signalering.forms.version import VersionForm


class FeedbackForm(VersionForm, GuardedForm):
    """One line, perhaps with a message; or why there is none."""

    guarded = "message"
    line = RadioField(_("Wat laten we de melder weten?"), [Optional()])
    message = text(
        _("Kort bericht erbij"),
        MESSAGE_LIMIT,
        required=False,
        description=_(
            "Alleen wat je met de inwoner hebt afgesproken. Noem geen namen, adressen of "
            "telefoonnummers."
        ),
    )
    reason = RadioField(_("Of is het niet nodig?"), [Optional()])

    def to_command(self, case_id: UUID) -> GiveFeedback:
        """What the service takes."""
        return GiveFeedback(
            case_id,
            self.seen(),
            FeedbackLine(self.line.data) if self.line.data else None,
            NoFeedback(self.reason.data) if self.reason.data else None,
            self.message.data or "",
            tuple(self.no_name.data or ()),
        )
