"""What an initiative says about its offer."""

from flask_babel import lazy_gettext as _
from wtforms import IntegerField, RadioField, SelectField
from wtforms.validators import InputRequired, Optional

from signalering.domain.commands.directory.answer import AnswerOffer
from signalering.domain.offers import LONGEST_ADDRESS, LONGEST_NOTE, OfferRoom, OfferSaid
from signalering.forms.base import BaseForm
from signalering.forms.fields import day, line, text


class AnswerForm(BaseForm):
    """Whether it is still there, whether somebody can come, and what is different."""

    said = RadioField(_("Bestaat dit aanbod nog?"), [InputRequired()])
    room = RadioField(_("Kan er nu iemand bij?"), [Optional()])
    places = IntegerField(
        _("Hoeveel plekken zijn er?"),
        [Optional()],
        description=_("Alleen als er plek is en iemand de plekken telt."),
    )
    room_until = day(
        _("Tot en met welke dag geldt dat?"),
        required=False,
        description=_("Laat leeg als dat niet bekend is. Bijvoorbeeld: 31-12-2026."),
    )
    weekday = SelectField(_("Vaste dag"), [Optional()])
    frequency = SelectField(_("Hoe vaak"), [Optional()])
    contact_address = line(
        _("E-mailadres"),
        LONGEST_ADDRESS,
        required=False,
        description=_("Liefst een adres van de organisatie, niet van één persoon."),
    )
    note = text(
        _("Wat is het, en hoe laat?"),
        LONGEST_NOTE,
        required=False,
        description=_("Schrijf alleen over het aanbod. Noem geen namen van deelnemers."),
    )

    def to_command(self) -> AnswerOffer:
        """What the service takes."""
        return AnswerOffer(
            said=OfferSaid(self.said.data),
            room=OfferRoom(self.room.data) if self.room.data else None,
            places=self.places.data,
            room_until=self.room_until.data,
            weekday=self.weekday.data or "",
            frequency=self.frequency.data or "",
            contact_address=self.contact_address.data or "",
            note=self.note.data or "",
        )
