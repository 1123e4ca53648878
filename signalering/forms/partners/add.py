"""A new organisation in the coalition."""

from flask_babel import lazy_gettext as _

from signalering.domain.commands.partners.add import AddPartner
from signalering.domain.partner_facts import LONGEST_VERSION
from signalering.forms.fields import day, line
from signalering.forms.partners._facts import PartnerForm


class AddForm(PartnerForm):
    """With the agreement, when it is there already."""

    agreement_on = day(
        _("Dag van de afspraak"),
        required=False,
        description=_("Is er nog geen afspraak? Leg die dan later vast. Zoals 31-12-2026."),
    )
    agreement_version = line(_("Versie van de afspraak"), LONGEST_VERSION, required=False)

    def to_command(self) -> AddPartner:
        """What the service takes."""
        return AddPartner(
            name=self.name.data or "",
            domain=self.domain.data or "",
            agreement_on=self.agreement_on.data,
            agreement_version=self.agreement_version.data or None,
            contact_address=self.contact_address.data or None,
        )
