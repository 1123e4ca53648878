"""What a withdrawal says."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.states import ConsentScope, ConsentWay


@dataclass(frozen=True)
class WithdrawConsent:
    """The resident takes a yes back. It can't be undone: `confirmed` says that this was asked."""

    case_id: UUID
    version: int
    scope: ConsentScope
    way: ConsentWay
    confirmed: bool
    initiative_id: UUID | None = None
