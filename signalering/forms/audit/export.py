"""In which form a part of the trail goes out: the button that was pressed says it."""

from wtforms import HiddenField
from wtforms.validators import AnyOf

from signalering.domain.commands.audit.export import ExportTrail, FileForm
from signalering.domain.commands.audit.trail import SearchTrail
from signalering.forms.base import BaseForm


class ExportForm(BaseForm):
    """Stands beside the search, whose fields are sent along."""

    written_as = HiddenField(validators=[AnyOf([form.value for form in FileForm])])

    def to_command(self, search: SearchTrail) -> ExportTrail:
        """What the service takes."""
        return ExportTrail(search, FileForm(self.written_as.data or ""))
