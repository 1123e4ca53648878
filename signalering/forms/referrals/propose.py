"""A referral to propose: first what is the matter, then where to."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired, Optional

from signalering.domain.commands.referrals.propose import ProposeReferral
from signalering.forms.fields import text
from signalering.forms.version import VersionForm


class ProposeForm(VersionForm):
    """Kind of loneliness, what lies behind it, and the initiative."""

    loneliness = RadioField(_("Wat voor eenzaamheid is het?"), [Optional()])
    behind = text(
        _("Wat zit erachter?"),
        required=False,
        description=_("Bijvoorbeeld verlies, gezondheid, geld of verhuizing. Verzegeld bewaard."),
    )
    initiative = RadioField(_("Welk initiatief past?"), [InputRequired()])

    def to_command(self, case_id: UUID) -> ProposeReferral:
        """What the service takes."""
        return ProposeReferral(
            case_id,
            self.seen(),
            UUID(self.initiative.data),
            self.loneliness.data or "",
            self.behind.data or "",
        )
