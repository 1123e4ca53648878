"""A closing day becomes a day like others."""

from datetime import date

from flask_babel import lazy_gettext as _

from signalering.domain.commands.settings.open_again import OpenAgain
from signalering.forms.fields import day
from signalering.forms.version import VersionForm


class OpenAgainForm(VersionForm):
    """The day that a button is about; nobody types it."""

    day = day(_("Welke dag?"))

    def to_command(self) -> OpenAgain:
        """What the service takes; one that is none is in no list."""
        return OpenAgain(self.seen(), self.day.data or date.min)
