"""What a worker tells in a signal."""

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, Optional

from signalering.domain.card_codes import LONGEST_TYPED
from signalering.domain.commands.signals.log import (
    LONGEST_ADDRESS,
    LONGEST_EMAIL,
    LONGEST_MOMENT,
    LONGEST_NAME,
    LONGEST_PHONE,
    NOTE_LIMIT,
    GivenContact,
    LogSignal,
)
from signalering.domain.consent import CONTACT_TEXT_NOW
from signalering.domain.errors import InvalidInput
from signalering.domain.views.signals.note import DangerAsked
from signalering.forms.fields import line, text
from signalering.forms.signals._guarded import GuardedForm

UNKNOWN = "unknown"


class LogForm(GuardedForm):
    """One page, in the order of a conversation. Where it is not known, it is not known."""

    indicators = SelectMultipleField(
        _("Wat viel je op?"),
        [InputRequired()],
        description=_("Kies er een of meer. Het is een aanleiding voor een gesprek, geen bewijs."),
    )
    place = SelectField(_("Waar woont de inwoner?"), [InputRequired()])
    age_band = RadioField(
        _("Hoe oud is de inwoner?"), [InputRequired()], description=_("Een schatting is goed.")
    )
    lives_with = SelectField(_("Woont"), [Optional()], default=UNKNOWN)
    duration = SelectField(_("Hoelang speelt het?"), [Optional()], default=UNKNOWN)
    loneliness = SelectField(_("Welke eenzaamheid zie je?"), [Optional()], default=UNKNOWN)
    main_wish = SelectField(_("Wat wil de inwoner het liefst?"), [Optional()], default=UNKNOWN)
    further_wishes = SelectMultipleField(_("Wat wil de inwoner nog meer?"), [Optional()])
    talked_about = RadioField(_("Heb je het erover gehad?"), [Optional()])
    request = RadioField(_("Wat vraag je van ons?"), [InputRequired()])
    contact_answer = RadioField(_("Mogen wij contact opnemen?"), [InputRequired()])
    contact_name = line(_("Naam"), LONGEST_NAME, required=False)
    contact_phone = line(_("Telefoonnummer"), LONGEST_PHONE, required=False)
    contact_email = line(_("E-mailadres"), LONGEST_EMAIL, required=False)
    contact_address = line(_("Adres"), LONGEST_ADDRESS, required=False)
    contact_best_moment = line(_("Wanneer is contact prettig?"), LONGEST_MOMENT, required=False)
    text_version = HiddenField(default=CONTACT_TEXT_NOW)
    card_code = line(
        _("Code op de kaart"),
        LONGEST_TYPED,
        required=False,
        description=_("12 letters en cijfers. Of scan de kaart met je telefoon."),
    )
    note = text(
        _("Wat moeten we nog weten?"),
        NOTE_LIMIT,
        required=False,
        description=_(
            "Zet hier geen namen, adressen, telefoonnummers of geboortedata. "
            "Ook aan een verhaal is iemand soms te herkennen."
        ),
    )
    danger = HiddenField()
    danger_about = HiddenField()
    token = HiddenField()

    # The note may speak of danger: the block with help stands open.
    alarmed = False

    def refuse(self, error: InvalidInput) -> None:
        """Also open the block with help on a cue of danger."""
        super().refuse(error)
        if isinstance(error, DangerAsked):
            self.alarmed = True
            self.danger_about.data = error.key

    def to_command(self) -> LogSignal:
        """What the service takes."""
        return LogSignal(
            token=self.token.data or "",
            indicators=tuple(self.indicators.data or ()),
            place=self.place.data,
            age_band=self.age_band.data,
            request=self.request.data,
            contact_answer=self.contact_answer.data,
            lives_with=self.lives_with.data or UNKNOWN,
            duration=self.duration.data or UNKNOWN,
            loneliness=self.loneliness.data or UNKNOWN,
            main_wish=self.main_wish.data or UNKNOWN,
            further_wishes=tuple(self.further_wishes.data or ()),
            talked_about=self.talked_about.data or None,
            note=self.note.data or "",
            card_code=self.card_code.data or "",
            no_names=tuple(self.no_name.data or ()),
            danger=self.danger.data or "",
            danger_about=self.danger_about.data or "",
            contact=GivenContact(
                name=self.contact_name.data or "",
                phone=self.contact_phone.data or "",
                email=self.contact_email.data or "",
                address=self.contact_address.data or "",
                best_moment=self.contact_best_moment.data or "",
                text_version=self.text_version.data or CONTACT_TEXT_NOW,
            ),
        )
