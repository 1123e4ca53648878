"""A referral as the case's page shows it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class ReferralView:
    """State and steps in codes; `moves` and `attendance_steps` are what can be recorded now."""

    id: UUID
    version: int
    case_id: UUID
    initiative_id: UUID
    initiative: str
    pillar: str | None
    state: str
    deadline_on: date | None
    attendance: str | None
    reason: str | None
    moves: tuple[str, ...] = ()
    attendance_steps: tuple[str, ...] = ()
    unfinished: bool = False
    # Of the initiative: how many it has room for, and when somebody last asked.
    capacity: int | None = None
    assured_on: date | None = None
    fresh: bool = True
    room: str = "unknown"
    stopped: bool = False
    mail_address: str = ""
    # The last day of a link that lets somebody in now.
    link_until: date | None = None
    may_send: bool = False
    may_renew: bool = False
