"""A yes taken back."""

from uuid import UUID

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.states import ConsentScope, ConsentWay
from signalering.forms.fields import line
from signalering.forms.version import VersionForm


class WithdrawConsentForm(VersionForm):
    """Which consent, how it was said, and the word typed over: it can't be undone."""

    consent = RadioField(_("Welke toestemming trekt de inwoner in?"), [InputRequired()])
    way = SelectField(_("Hoe liet de inwoner dat weten?"), [InputRequired()])
    confirmation = line(_("Typ het woord intrekken"), 40)

    def to_command(self, case_id: UUID) -> WithdrawConsent:
        """What the service takes; a consent to share has its initiative's id behind a colon."""
        scope, _colon, initiative = str(self.consent.data).partition(":")
        typed = (self.confirmation.data or "").strip().casefold()
        return WithdrawConsent(
            case_id,
            self.seen(),
            ConsentScope(scope),
            ConsentWay(self.way.data),
            confirmed=typed == str(gettext("intrekken")).casefold(),
            initiative_id=UUID(initiative) if initiative else None,
        )
