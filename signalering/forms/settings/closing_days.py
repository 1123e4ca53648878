"""A day on which nobody works."""

from datetime import date

from flask_babel import lazy_gettext as _

from signalering.domain.commands.settings.closing_days import AddClosingDay
from signalering.domain.setting_list import LONGEST_REASON
from signalering.forms.fields import day, line
from signalering.forms.version import VersionForm


class ClosingDayForm(VersionForm):
    """Which day, and why."""

    day = day(_("Welke dag?"), description=_("Zoals 31-12-2026."))
    reason = line(
        _("Waarom?"),
        LONGEST_REASON,
        description=_("Een paar woorden, zoals: dag na Hemelvaart. Iedere beheerder leest dit."),
    )

    def to_command(self) -> AddClosingDay:
        """What the service takes."""
        return AddClosingDay(self.seen(), self.day.data or date.min, self.reason.data or "")
