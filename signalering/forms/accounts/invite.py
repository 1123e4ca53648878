"""A new colleague."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length, Optional

from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.states import Hat
from signalering.forms.accounts.hats import HatsForm
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class InviteForm(BaseForm):
    """Name, address, hats, organisation, language. The route fills in the organisations."""

    name = line(_("Naam"), 120)
    email = StringField(
        _("E-mailadres van het werk"),
        [InputRequired(), Length(max=254, message=_("Dit is te lang."))],
    )
    hats = SelectMultipleField(
        _("Rollen"), [InputRequired()], choices=HatsForm.hats.kwargs["choices"]
    )
    partner = SelectField(
        _("Organisatie"),
        [Optional()],
        description=_("Een melder hoort bij een organisatie. Anders laat je dit leeg."),
    )
    language = RadioField(
        _("Taal"),
        [InputRequired()],
        choices=[("nl", _("Nederlands")), ("en", _("Engels"))],
        default="nl",
    )

    def to_command(self) -> Invite:
        """What the service takes."""
        return Invite(
            email=self.email.data or "",
            name=self.name.data or "",
            hats=frozenset(Hat(hat) for hat in self.hats.data or ()),
            partner=self.partner.data or None,
            language=self.language.data or "nl",
        )
