"""An organisation that is known."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.partners.edit import EditPartner
from signalering.forms.partners._facts import PartnerForm
from signalering.forms.version import VersionForm


class EditForm(PartnerForm, VersionForm):
    """All of it, and whether it takes part."""

    active = RadioField(
        _("Doet deze organisatie mee?"),
        [InputRequired()],
        choices=[("yes", _("ja")), ("no", _("nee, gestopt"))],
        description=_(
            "Wie al een account heeft, houdt het. Nieuwe collega's kun je niet meer uitnodigen. "
            "Stopt de organisatie? Dan komen haar plekken bij bijeenkomsten vrij."
        ),
    )

    def to_command(self, partner_id: UUID) -> EditPartner:
        """What the service takes."""
        return EditPartner(
            partner_id=partner_id,
            name=self.name.data or "",
            domain=self.domain.data or "",
            contact_address=self.contact_address.data or "",
            active=self.active.data == "yes",
            version=self.seen(),
        )
