"""Who is away, from when until when, and who stands in."""

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.validators import InputRequired

from signalering.domain.commands.accounts.cover import EnterCover
from signalering.forms.base import BaseForm
from signalering.forms.fields import day


class CoverForm(BaseForm):
    """The route fills the colleagues."""

    account = SelectField(_("Wie is afwezig?"), [InputRequired()])
    by = SelectField(_("Wie vervangt?"), [InputRequired()])
    from_on = day(_("Eerste dag"), description=_("Zoals 31-12-2026."))
    # The route says for how long at most.
    until_on = day(_("Laatste dag"))

    def to_command(self) -> EnterCover:
        """What the service takes."""
        return EnterCover(
            UUID(self.account.data),
            UUID(self.by.data),
            self.from_on.data or date.min,
            self.until_on.data or date.min,
        )
