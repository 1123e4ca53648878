"""Which step a referral takes."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.states import Attendance, ConsentWay, ReferralState


@dataclass(frozen=True)
class AdvanceReferral:
    """A next state, or a step of taking part: exactly one of `to` and `attendance`.

    `way` and `text_version` go with the step to `consented`, `reason` with those that ask for one.
    """

    referral_id: UUID
    version: int
    to: ReferralState | None = None
    attendance: Attendance | None = None
    reason: str | None = None
    way: ConsentWay | None = None
    text_version: str = ""
