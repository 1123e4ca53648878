"""The next step of a referral."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired, Optional

from signalering.domain.commands.referrals.advance import AdvanceReferral
from signalering.domain.consent import SHARE_TEXT_NOW
from signalering.domain.errors import InvalidInput
from signalering.domain.states import Attendance, ConsentWay, ReferralState
from signalering.forms.version import VersionForm

ATTENDED = "attended:"


class AdvanceForm(VersionForm):
    """One step; how the yes was given and why something ended only where that belongs."""

    step = RadioField(_("Wat is er gebeurd?"), [InputRequired()])
    way = SelectField(_("Hoe gaf de inwoner toestemming?"), [Optional()])
    decline_reason = SelectField(_("Waarom kan het initiatief niet?"), [Optional()])
    stop_reason = SelectField(_("Waarom niet begonnen of gestopt?"), [Optional()])

    def refuse(self, error: InvalidInput) -> None:
        """Show what is wrong with the reason at the one that belongs to the step."""
        if error.field == "reason":
            field = self._reason_field()
            if field is not None:
                error.field = field
        super().refuse(error)

    def to_command(self, referral_id: UUID) -> AdvanceReferral:
        """What the service takes."""
        step = str(self.step.data)
        if step.startswith(ATTENDED):
            attended = Attendance(step.removeprefix(ATTENDED))
            return AdvanceReferral(referral_id, self.seen(), attendance=attended)
        to = ReferralState(step)
        asked = to is ReferralState.CONSENTED
        reason = self._reason_field()
        return AdvanceReferral(
            referral_id,
            self.seen(),
            to,
            reason=(self._fields[reason].data or None) if reason else None,
            way=ConsentWay(self.way.data) if asked and self.way.data else None,
            text_version=SHARE_TEXT_NOW if asked else "",
        )

    def _reason_field(self) -> str | None:
        if self.step.data == ReferralState.DECLINED:
            return "decline_reason"
        if self.step.data in (ReferralState.NOT_STARTED, ReferralState.STOPPED):
            return "stop_reason"
        return None
