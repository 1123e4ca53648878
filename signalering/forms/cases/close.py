"""How a case ends."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, RadioField
from wtforms.validators import InputRequired, Optional

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.states import CaseOutcome, FeedbackLine
from signalering.forms.version import VersionForm

# Beside the lines: it stays a thing to do.
LATER = "later"


class CloseForm(VersionForm):
    """One outcome; what the reporter hears, now or later."""

    outcome = RadioField(_("Hoe loopt het dossier af?"), [InputRequired()])
    card_left = BooleanField(
        _("Ik liet een contactkaart achter, in de brief of in de brievenbus"), default=False
    )
    # The route says until when it can wait.
    feedback = RadioField(_("Wat laten we de melder weten?"), [Optional()])

    def to_command(self, case_id: UUID) -> CloseCase:
        """What the service takes."""
        line = self.feedback.data
        return CloseCase(
            case_id,
            self.seen(),
            CaseOutcome(self.outcome.data),
            FeedbackLine(line) if line and line != LATER else None,
            bool(self.card_left.data),
        )
