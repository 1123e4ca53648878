"""What a coordinator writes in front of a report for the alderman."""

from flask_babel import lazy_gettext as _

from signalering.domain.commands.statistics.foreword import FOREWORD_LIMIT, WriteForeword
from signalering.forms.fields import text
from signalering.forms.signals._guarded import GuardedForm
from signalering.forms.version import VersionForm


class ForewordForm(VersionForm, GuardedForm):
    """One text, guarded like the note of a signal; it may be empty."""

    guarded = "text"
    text = text(
        _("Voorwoord"),
        FOREWORD_LIMIT,
        required=False,
        description=_(
            "Iedereen mag dit lezen. Schrijf over de coalitie, niet over inwoners. "
            "Noem geen namen van inwoners en geen verhaal waaraan iemand te herkennen is. "
            "Noem geen aantallen die niet in het verslag staan."
        ),
    )

    def to_command(self, period: str) -> WriteForeword:
        """What the service takes."""
        return WriteForeword(
            period, self.seen(), self.text.data or "", tuple(self.no_name.data or ())
        )
