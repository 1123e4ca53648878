"""In which days to look for what stands out."""

from flask_babel import lazy_gettext as _

from signalering.domain.commands.audit.patterns import LookForPatterns
from signalering.forms.base import BaseForm
from signalering.forms.fields import day


class PatternsForm(BaseForm):
    """Comes by GET; both days may stay empty."""

    from_day = day(_("Vanaf"), required=False)
    to_day = day(_("Tot en met"), required=False)

    def to_command(self) -> LookForPatterns:
        """The days."""
        return LookForPatterns(self.from_day.data, self.to_day.data)
