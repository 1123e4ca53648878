"""What became of something planned."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from signalering.domain.commands.cases.finish_task import FinishTask
from signalering.domain.lifecycles import TaskEnd
from signalering.forms.fields import text
from signalering.forms.version import VersionForm


class FinishTaskForm(VersionForm):
    """Done or called off, with a word or without."""

    how = RadioField(_("Hoe liep het af?"), [InputRequired()])
    text = text(
        _("Toelichting"),
        required=False,
        id="finish-text",
        description=_("Alleen coördinatoren lezen dit."),
    )

    def to_command(self, case_id: UUID, number: int) -> FinishTask:
        """What the service takes."""
        return FinishTask(
            case_id, self.seen(), number, TaskEnd(self.how.data), self.text.data or ""
        )
