"""What a reporter sees of a signal later: where it stands, and nothing else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.states import FeedbackLine, ReporterStatus


@dataclass(frozen=True)
class MySignal:
    """`can_withdraw` follows from what shows, never from what was not yet published."""

    signal_id: UUID
    reference: str
    registered_on: date
    status: ReporterStatus
    line: FeedbackLine | None
    # The coordinator wrote something that was not opened yet.
    unread: bool
    can_withdraw: bool
    can_add_details: bool
