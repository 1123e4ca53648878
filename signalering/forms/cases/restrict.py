"""A case that is to lie still."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.cases.restrict import RestrictCase
from signalering.forms.fields import day, text
from signalering.forms.version import VersionForm


class RestrictForm(VersionForm):
    """Why, and when to look at it again."""

    text = text(
        _("Waarom?"),
        description=_("Bijvoorbeeld: de inwoner zegt dat iets niet klopt, en dat zoek je uit."),
    )
    until = day(
        _("Wanneer kijk je of dit nog nodig is?"),
        required=False,
        description=_("Leeg: tot jij het opheft. Het stopt nooit vanzelf. Zoals 31-12-2026."),
    )

    def to_command(self, case_id: UUID) -> RestrictCase:
        """What the service takes."""
        return RestrictCase(case_id, self.seen(), self.until.data, self.text.data or "")
