"""What the guide is searched by; it stands in the address, for it says nothing of anybody."""

from flask_babel import lazy_gettext as _

from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class SearchGuideForm(BaseForm):
    """A few words."""

    q = line(
        _("Zoek in de uitleg"),
        60,
        required=False,
        description=_("We houden niet bij waar je naar zoekt."),
    )

    def asked(self) -> str:
        """The words; nothing where they can't be taken."""
        return str(self.q.data or "") if self.validate() else ""
