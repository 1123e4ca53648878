"""What came of a contact attempt."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField, RadioField, SelectField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.attempt import RecordAttempt
from signalering.domain.states import AttemptResult, Channel
from signalering.forms.fields import text
from signalering.forms.version import VersionForm


class AttemptForm(VersionForm):
    """How, when in the day, what came of it."""

    channel = SelectField(_("Hoe zocht je contact?"), [InputRequired()])
    part_of_day = SelectField(_("Wanneer op de dag?"), [InputRequired()])
    result = RadioField(_("Wat kwam eruit?"), [InputRequired()])
    # Logged from the day's list, whose next row waits.
    back = HiddenField()
    text = text(
        _("Toelichting"),
        required=False,
        id="attempt-text",
        description=_("Laat op een antwoordapparaat nooit achter waar het over gaat."),
    )

    informed = BooleanField(
        _("Ik vertelde wat we bijhouden en welke rechten de inwoner heeft"),
        default=False,
        id="attempt-informed",
    )

    def to_command(self, case_id: UUID) -> RecordAttempt:
        """What the service takes."""
        return RecordAttempt(
            case_id,
            self.seen(),
            Channel(self.channel.data),
            AttemptResult(self.result.data),
            self.part_of_day.data,
            self.text.data or "",
            informed=bool(self.informed.data),
        )
