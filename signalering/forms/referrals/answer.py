"""What a receiver answers by the link."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired, Optional

from signalering.domain.commands.referrals.answer import AnswerReferral
from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import ReceiverSaid
from signalering.forms.base import BaseForm


class AnswerForm(BaseForm):
    """One answer; why not or why ended only where that belongs."""

    said = RadioField(_("Wat wilt u laten weten?"), [InputRequired()])
    decline_reason = SelectField(_("Waarom kan het niet?"), [Optional()])
    stop_reason = SelectField(_("Waarom niet begonnen of gestopt?"), [Optional()])

    def refuse(self, error: InvalidInput) -> None:
        """Show what is wrong with the reason at the one that belongs to the answer."""
        if error.field == "reason":
            error.field = self._reason_field() or error.field
        super().refuse(error)

    def to_command(self, token: str) -> AnswerReferral:
        """What the service takes."""
        reason = self._reason_field()
        return AnswerReferral(
            token,
            ReceiverSaid(self.said.data),
            (self._fields[reason].data or None) if reason else None,
        )

    def _reason_field(self) -> str | None:
        if self.said.data == ReceiverSaid.DECLINED:
            return "decline_reason"
        if self.said.data in (ReceiverSaid.NOT_STARTED, ReceiverSaid.STOPPED):
            return "stop_reason"
        return None
