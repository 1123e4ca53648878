"""Another term."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.retention.change_policy import ChangePolicy
from signalering.domain.retention import KeepFor, Kept
from signalering.forms.fields import text
from signalering.forms.version import VersionForm


class ChangePolicyForm(VersionForm):
    """One of the terms that can be chosen, and why; the route fills the choices."""

    keep_for = RadioField(_("Nieuwe termijn"), [InputRequired()])
    reason = text(
        _("Waarom deze termijn?"),
        500,
        description=_("Iedereen mag dit lezen. Schrijf niets over een inwoner of een collega."),
    )
    why_longer = text(
        _("Waarom kan het niet korter?"),
        500,
        required=False,
        description=_("Nodig als je langer wilt bewaren dan nu."),
    )

    def to_command(self, kept: Kept) -> ChangePolicy:
        """What the service takes."""
        return ChangePolicy(
            kept,
            self.seen(),
            KeepFor(self.keep_for.data),
            self.reason.data or "",
            self.why_longer.data or "",
        )
