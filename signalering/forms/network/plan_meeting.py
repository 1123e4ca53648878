"""A meeting of the network."""

from datetime import date

from flask_babel import lazy_gettext as _
from wtforms import IntegerField
from wtforms.validators import Optional

from signalering.domain.commands.network.plan_meeting import MeetingFacts, PlanMeeting
from signalering.domain.meetings import LONGEST_AGENDA, LONGEST_LINE
from signalering.forms.fields import day as a_day
from signalering.forms.fields import line, text
from signalering.forms.signals._guarded import GuardedForm


class PlanMeetingForm(GuardedForm):
    """When, where, for how many, and what it is about."""

    guarded = "agenda"
    title = line(
        _("Naam van de bijeenkomst"),
        LONGEST_LINE,
        description=_("Bijvoorbeeld: Netwerkbijeenkomst najaar."),
    )
    day = a_day(_("Dag"), description=_("Zoals 31-12-2026."))
    starts_at = line(_("Begint om"), 5, description=_("Bijvoorbeeld 14:00."))
    ends_at = line(_("Eindigt om"), 5, description=_("Bijvoorbeeld 16:30."))
    place = line(_("Plaats"), LONGEST_LINE, description=_("Bijvoorbeeld: De Kas, Naaldwijk."))
    address = line(_("Adres"), LONGEST_LINE, required=False)
    capacity = IntegerField(
        _("Voor hoeveel mensen is er plek?"),
        [Optional()],
        description=_("Laat leeg als er geen grens is."),
    )
    agenda = text(
        _("Waar gaat het over?"),
        LONGEST_AGENDA,
        description=_(
            "Partners lezen dit. Schrijf niet over inwoners. Noem een spreker met functie en "
            "organisatie."
        ),
    )
    sign_up_until = a_day(_("Aanmelden tot en met"), description=_("Zoals 31-12-2026."))

    def facts(self) -> MeetingFacts:
        """What was filled in."""
        return MeetingFacts(
            title=self.title.data or "",
            day=self.day.data or date.min,
            starts_at=self.starts_at.data or "",
            ends_at=self.ends_at.data or "",
            place=self.place.data or "",
            address=self.address.data or "",
            capacity=self.capacity.data,
            agenda=self.agenda.data or "",
            sign_up_until=self.sign_up_until.data or date.min,
        )

    def to_command(self) -> PlanMeeting:
        """What the service takes."""
        return PlanMeeting(self.facts(), tuple(self.no_name.data or ()))
