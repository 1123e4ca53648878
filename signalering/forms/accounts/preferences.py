"""How somebody wants to work."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from signalering.domain.commands.accounts.preferences import ChangePreferences
from signalering.forms.base import BaseForm


class PreferencesForm(BaseForm):
    """Boxes to tick; none of them is needed."""

    digest = BooleanField(
        _("Mail mij op werkdagen om 8 uur hoeveel er te doen is"),
        description=_(
            "Alleen aantallen: vandaag aan de beurt, te laat, nieuw in de inbox, nieuws. Geen "
            "namen en geen nummers. Is er niets te doen, dan komt er geen mail."
        ),
    )
    shortcuts_off = BooleanField(
        _("Sneltoetsen uit"),
        description=_(
            "Met sneltoetsen doet een losse letter iets, zoals j voor de volgende regel. Zet ze "
            "uit als je met je stem typt, of als je vaak per ongeluk een toets raakt."
        ),
    )

    def to_command(self) -> ChangePreferences:
        """What the service takes."""
        return ChangePreferences(
            digest=bool(self.digest.data), shortcuts=not self.shortcuts_off.data
        )
