"""What was agreed with an organisation."""

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.partners.agree import RecordAgreement
from signalering.domain.partner_facts import LONGEST_VERSION
from signalering.forms.fields import day, line
from signalering.forms.version import VersionForm


class AgreeForm(VersionForm):
    """The paper itself stays where it is kept."""

    agreement_on = day(
        _("Dag van de afspraak"), description=_("De dag waarop is getekend, zoals 31-12-2026.")
    )
    agreement_version = line(
        _("Versie van de afspraak"),
        LONGEST_VERSION,
        description=_("Zoals die op het papier staat, bijvoorbeeld 2 of 2026-1."),
    )

    def to_command(self, partner_id: UUID) -> RecordAgreement:
        """What the service takes."""
        return RecordAgreement(
            partner_id=partner_id,
            agreement_on=self.agreement_on.data or date.max,
            agreement_version=self.agreement_version.data or "",
            version=self.seen(),
        )
