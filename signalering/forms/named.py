"""A list of colleagues or organisations, searched by a part of a name; it stands in the address."""

from flask_babel import lazy_gettext as _

from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class NamedForm(BaseForm):
    """A part of a name, which may stay open."""

    name = line(_("Naam"), 60, required=False)

    def wanted(self) -> str:
        """What was typed; nothing where it can't be a name."""
        return str(self.name.data or "") if self.validate() else ""
