"""Whether an organisation comes, and with how many people."""

from flask_babel import lazy_gettext as _
from wtforms import IntegerField, RadioField
from wtforms.validators import InputRequired, Optional

from signalering.domain.commands.network.answer_meeting import AnswerMeeting
from signalering.domain.offers import LONGEST_ADDRESS
from signalering.forms.base import BaseForm
from signalering.forms.fields import line

YES, NO = "yes", "no"


class AnswerMeetingForm(BaseForm):
    """Numbers alone: nobody's name is asked."""

    comes = RadioField(
        _("Komt er iemand?"), [InputRequired()], choices=[(YES, _("ja")), (NO, _("nee"))]
    )
    people = IntegerField(_("Met hoeveel mensen?"), [Optional()])
    contact_address = line(
        _("E-mailadres voor nieuws over deze bijeenkomst"),
        LONGEST_ADDRESS,
        required=False,
        description=_("Alleen als dit een ander adres is dan dat van de organisatie."),
    )

    def to_command(self) -> AnswerMeeting:
        """What the service takes."""
        return AnswerMeeting(
            comes=self.comes.data == YES,
            people=self.people.data,
            contact_address=self.contact_address.data or "",
        )
