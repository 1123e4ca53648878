"""What the directory is searched by; it stands in the address, for it says nothing of anybody."""

from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.validators import Optional

from signalering.domain.commands.directory.list import SearchDirectory
from signalering.forms.base import BaseForm
from signalering.forms.fields import line


class SearchForm(BaseForm):
    """Codes and a part of a name, each may stay open."""

    pillar = SelectField(_("Pijler"), [Optional()])
    kind = SelectField(_("Soort"), [Optional()])
    area = SelectField(_("Gebied"), [Optional()])
    day = SelectField(_("Dag"), [Optional()])
    speaks = SelectField(_("Taal"), [Optional()])
    name = line(_("Naam"), 60, required=False)

    def to_command(self, page: int = 1) -> SearchDirectory:
        """What the service takes; a foreign code narrows nothing."""
        wanted = {field.name: str(field.data or "") for field in self if field.validate(self)}
        return SearchDirectory(
            pillar=wanted.get("pillar", ""),
            kind=wanted.get("kind", ""),
            area=wanted.get("area", ""),
            day=wanted.get("day", ""),
            language=wanted.get("speaks", ""),
            text=wanted.get("name", ""),
            page=page,
        )
