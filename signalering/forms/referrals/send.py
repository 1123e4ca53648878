"""What a receiver is to read of a resident: no more than is needed."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import SelectMultipleField
from wtforms.validators import Optional

from signalering.domain.commands.referrals.send import (
    LONGEST_ALONG,
    LONGEST_WISH,
    SendReferral,
)
from signalering.domain.commands.signals.log import LONGEST_MOMENT, LONGEST_NAME
from signalering.domain.lifecycles import LinkWay
from signalering.forms.fields import line, text
from signalering.forms.referrals._link import LinkForm

PREVIEW, EDIT = "preview", "edit"


class SendForm(LinkForm):
    """Name, how to reach, when, what the resident would like, and who goes along."""

    others = frozenset({PREVIEW, EDIT})

    name = line(
        _("Hoe heet de inwoner?"),
        LONGEST_NAME,
        description=_("Zoals de inwoner wil worden aangesproken."),
    )
    kinds = SelectMultipleField(
        _("Hoe kan het initiatief de inwoner bereiken?"),
        [Optional()],
        description=_("Kies alleen wat nodig is."),
    )
    best_moment = line(
        _("Wanneer komt het uit?"),
        LONGEST_MOMENT,
        required=False,
        description=_("Bijvoorbeeld: in de ochtend, niet op dinsdag."),
    )
    wish = text(
        _("Wat wil de inwoner graag?"),
        LONGEST_WISH,
        required=False,
        description=_("In een paar woorden. Schrijf niets over gezondheid, geld of eenzaamheid."),
    )
    along = line(
        _("Wie gaat er de eerste keer mee?"),
        LONGEST_ALONG,
        required=False,
        description=_("Laat leeg als de inwoner alleen komt."),
    )

    def to_command(self, referral_id: UUID, way: LinkWay) -> SendReferral:
        """What the service takes."""
        return SendReferral(
            referral_id,
            self.seen(),
            way,
            name=self.name.data or "",
            kinds=frozenset(self.kinds.data or ()),
            best_moment=self.best_moment.data or "",
            wish=self.wish.data or "",
            along=self.along.data or "",
            receiver=self.receiver.data or "",
        )
