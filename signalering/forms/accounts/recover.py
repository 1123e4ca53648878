"""Address and recovery code."""

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from signalering.forms.accounts._drawn import DrawnForm


class RecoverForm(DrawnForm):
    """Travels on hidden through the later steps: nothing of it is kept on the server."""

    email = StringField(
        _("E-mailadres"), [InputRequired(), Length(max=254, message=_("Dit is te lang."))]
    )
    code = StringField(
        _("Herstelcode"),
        [InputRequired(), Length(max=60, message=_("Dit is te lang."))],
        description=_("De zeven groepen van vier tekens die je op papier hebt."),
    )
