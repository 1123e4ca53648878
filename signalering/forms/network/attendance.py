"""How many people came of each organisation: as many fields as there are organisations."""

from typing import Any, ClassVar
from uuid import UUID

from wtforms import IntegerField
from wtforms.validators import Optional

from signalering.domain.commands.network.attendance import RecordAttendance
from signalering.domain.meetings import came_field
from signalering.domain.views.network.attendance import AnswerLine
from signalering.forms.version import VersionForm


class AttendanceForm(VersionForm):
    """Made by `attendance_form`: its fields are the organisations'."""

    lines: ClassVar[tuple[AnswerLine, ...]] = ()

    def to_command(self, meeting_id: UUID) -> RecordAttendance:
        """What the service takes; a field left empty is nobody."""
        came = {line.partner_id: self[came_field(line.partner_id)].data or 0 for line in self.lines}
        return RecordAttendance(meeting_id, self.seen(), came)


def attendance_form(lines: tuple[AnswerLine, ...]) -> type[AttendanceForm]:
    """A form for these organisations, filled in as it was written down before."""
    fields: dict[str, Any] = {
        came_field(line.partner_id): IntegerField(
            line.partner, [Optional()], default=line.came or None
        )
        for line in lines
    }
    return type("AttendanceForm", (AttendanceForm,), {**fields, "lines": lines})
