"""What a resident hears to a request."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField, RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.answer_request import AnswerRequest
from signalering.domain.states import RightAnswer
from signalering.forms.fields import text
from signalering.forms.version import VersionForm, number_of


class AnswerRequestForm(VersionForm):
    """Done, no, or more time; the last two say why."""

    entry = HiddenField()
    # `answer` is what a passkey says, which is kept nowhere (web/held.py).
    ruling = RadioField(_("Wat is het antwoord?"), [InputRequired()])
    text = text(
        _("Waarom?"),
        required=False,
        description=_("Nodig bij een nee, en als het langer duurt. De inwoner mag dit lezen."),
    )
    told = BooleanField(_("De inwoner heeft dit antwoord gekregen"), default=False)

    def to_command(self, case_id: UUID) -> AnswerRequest:
        """What the service takes."""
        return AnswerRequest(
            case_id,
            self.seen(),
            number_of(self.entry.data),
            RightAnswer(self.ruling.data),
            self.text.data or "",
            told=bool(self.told.data),
        )
