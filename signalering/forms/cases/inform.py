"""The resident knows what is kept."""

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, SelectField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.inform import Inform
from signalering.domain.rights import INFORM_TEXT_NOW
from signalering.domain.states import InformedWay
from signalering.forms.fields import day
from signalering.forms.version import VersionForm


class InformForm(VersionForm):
    """How and when; the version of the text is the one that the page shows."""

    text_version = HiddenField(default=INFORM_TEXT_NOW, id="informed-version")
    way = SelectField(_("Hoe weet de inwoner het?"), [InputRequired()], id="informed-way")
    day = day(_("Op welke dag?"), id="informed-day", description=_("Zoals 31-12-2026."))

    def to_command(self, case_id: UUID) -> Inform:
        """What the service takes."""
        return Inform(
            case_id,
            self.seen(),
            InformedWay(self.way.data),
            self.day.data or date.min,
            self.text_version.data or "",
        )
