"""Where people meet."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.directory.place import SavePlace
from signalering.domain.offer_facts import (
    LONGEST_CITY,
    LONGEST_NAME,
    LONGEST_POSTAL_CODE,
)
from signalering.domain.offers import LONGEST_NOTE
from signalering.forms.fields import line, text
from signalering.forms.version import VersionForm


class PlaceForm(VersionForm):
    """Public facts alone: nobody's home."""

    name = line(
        _("Naam van de plek"), LONGEST_NAME, description=_("Bijvoorbeeld: Buurthuis Noord.")
    )
    street = line(_("Straat en huisnummer"), LONGEST_NAME, required=False)
    postal_code = line(_("Postcode"), LONGEST_POSTAL_CODE, required=False)
    city = line(_("Dorp"), LONGEST_CITY, required=False)
    route = text(
        _("Hoe kom je er?"),
        LONGEST_NOTE,
        required=False,
        description=_("Bijvoorbeeld: de bushalte, het fietsenrek en waar je kunt parkeren."),
    )
    accessibility = text(
        _("Is het toegankelijk?"),
        LONGEST_NOTE,
        required=False,
        description=_("Bijvoorbeeld: drempels, een lift, een wc voor wie in een rolstoel zit."),
    )

    def to_command(self, place_id: UUID | None) -> SavePlace:
        """What the service takes."""
        return SavePlace(
            name=self.name.data or "",
            street=self.street.data or "",
            postal_code=self.postal_code.data or "",
            city=self.city.data or "",
            route=self.route.data or "",
            accessibility=self.accessibility.data or "",
            place_id=place_id,
            version=self.seen(),
        )
