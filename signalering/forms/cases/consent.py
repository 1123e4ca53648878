"""A yes of the resident."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.consent import RecordConsent
from signalering.domain.consent import TEXT_NOW
from signalering.domain.states import ConsentScope, ConsentWay
from signalering.forms.version import VersionForm


class ConsentForm(VersionForm):
    """For what and how; the version of the text is the one that the page shows."""

    scope = RadioField(_("Waarvoor zei de inwoner ja?"), [InputRequired()])
    way = SelectField(_("Hoe?"), [InputRequired()], id="consent-way")

    def to_command(self, case_id: UUID) -> RecordConsent:
        """What the service takes."""
        scope = ConsentScope(self.scope.data)
        return RecordConsent(
            case_id, self.seen(), scope, ConsentWay(self.way.data), TEXT_NOW[scope]
        )
