"""What the directory is searched by; it stands in the address, for it says nothing of anybody."""

from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.validators import Optional

from signalering.domain.commands.directory.list import SearchDirectory
from signalering.forms.base import BaseForm


class SearchForm(BaseForm):
    """Three codes, each may stay open."""

    pillar = SelectField(_("Pijler"), [Optional()])
    kind = SelectField(_("Soort"), [Optional()])
    area = SelectField(_("Gebied"), [Optional()])

    def to_command(self) -> SearchDirectory:
        """What the service takes."""
        return SearchDirectory(self.pillar.data or "", self.kind.data or "", self.area.data or "")
