"""What a resident asks about what is kept."""

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.request import RecordRequest
from signalering.domain.states import ConsentWay, Right
from signalering.forms.fields import day, is_typed, line, text
from signalering.forms.version import VersionForm

WORD = _("bezwaar")


class RequestForm(VersionForm):
    """What and since when; an objection also how, and the word typed over."""

    right = RadioField(_("Wat vraagt de inwoner?"), [InputRequired()])
    received = day(
        _("Wanneer vroeg de inwoner dat?"),
        description=_("Vanaf die dag loopt de maand. Zoals 31-12-2026."),
    )
    text = text(
        _("In de woorden van de inwoner"),
        required=False,
        description=_("Wat moet er bijvoorbeeld verbeterd worden?"),
    )
    way = SelectField(_("Hoe liet de inwoner dat weten?"), default="")
    confirmation = line(_("Typ het woord %(word)s", word=WORD), 40, required=False)

    def to_command(self, case_id: UUID) -> RecordRequest:
        """What the service takes."""
        return RecordRequest(
            case_id,
            self.seen(),
            Right(self.right.data),
            self.received.data or date.min,
            self.text.data or "",
            ConsentWay(self.way.data) if self.way.data else None,
            confirmed=is_typed(self.confirmation, WORD),
        )
