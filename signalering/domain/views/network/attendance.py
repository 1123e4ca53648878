"""Who answered, and who came, for the administrator."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.views.network.meetings import MeetingView


@dataclass(frozen=True)
class AnswerLine:
    """One organisation. `people` is None without an answer and 0 for a no; `came` is None until

    somebody wrote down who was there.
    """

    partner_id: UUID
    partner: str
    has_mailbox: bool
    invited_on: date | None
    people: int | None
    contact_address: str
    came: int | None


@dataclass(frozen=True)
class AttendanceView:
    """Every organisation that takes part or has something to do with this meeting, by name."""

    meeting: MeetingView
    lines: tuple[AnswerLine, ...]
    recorded: bool
