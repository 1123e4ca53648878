"""Who stands in instead, or on which days."""

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.validators import InputRequired

from signalering.domain.commands.accounts.change_cover import ChangeCover
from signalering.forms.fields import day
from signalering.forms.version import VersionForm


class ChangeCoverForm(VersionForm):
    """The route fills the colleagues."""

    by = SelectField(_("Wie vervangt?"), [InputRequired()])
    from_on = day(_("Eerste dag"), description=_("Zoals 31-12-2026."))
    # The route says for how long at most.
    until_on = day(_("Laatste dag"))

    def to_command(self, cover_id: UUID) -> ChangeCover:
        """What the service takes."""
        return ChangeCover(
            cover_id,
            self.seen(),
            UUID(self.by.data),
            self.from_on.data or date.min,
            self.until_on.data or date.min,
        )
