"""Another day for something planned."""

from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _

from signalering.domain.commands.cases.move_task import MoveTask
from signalering.forms.fields import day, line, text
from signalering.forms.version import VersionForm


class MoveTaskForm(VersionForm):
    """When instead, and why if that helps later."""

    due_on = day(_("Op welke dag?"), description=_("Zoals 31-12-2026."))
    time = line(_("Hoe laat?"), 5, required=False, description=_("Bijvoorbeeld 14:00."))
    text = text(_("Toelichting"), required=False, id="move-text")

    def to_command(self, case_id: UUID, number: int) -> MoveTask:
        """What the service takes."""
        return MoveTask(
            case_id,
            self.seen(),
            number,
            self.due_on.data or date.min,
            time=self.time.data or "",
            text=self.text.data or "",
        )
