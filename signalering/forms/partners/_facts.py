"""What an organisation is called, and what it does. The route fills in the domains."""

from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.validators import InputRequired

from signalering.domain.partner_facts import LONGEST_ADDRESS, LONGEST_NAME
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class PartnerForm(BaseForm):
    """The facts that every partner has."""

    name = line(_("Naam van de organisatie"), LONGEST_NAME)
    domain = SelectField(_("Domein"), [InputRequired()])
    contact_address = line(
        _("Functioneel e-mailadres"),
        LONGEST_ADDRESS,
        description=_("Een postbus van de organisatie, zoals info@, niet van één persoon."),
    )
