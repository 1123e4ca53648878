"""Ask for the newsletter."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField, StringField
from wtforms.validators import InputRequired, Length

from signalering.domain.commands.network.subscribe import Subscribe
from signalering.forms.base import BaseForm

LANGUAGES = [("nl", "Nederlands"), ("en", "English")]


class SubscribeForm(BaseForm):
    """An address and a language; the route knows which language is read now."""

    email = StringField(
        _("Uw e-mailadres"), [InputRequired(), Length(max=254, message=_("Dit is te lang."))]
    )
    language = RadioField(
        _("In welke taal wilt u de nieuwsbrief?"), [InputRequired()], choices=LANGUAGES
    )

    def to_command(self) -> Subscribe:
        """What the service takes."""
        return Subscribe(self.email.data or "", self.language.data or "")
