"""What a privacy officer looks for in the audit trail."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.audit_words import AuditAction


@dataclass(frozen=True)
class SearchTrail:
    """Everything given must hold; nothing given is the whole trail.

    `wanted` is the id of an object or the reference of a signal or a case. Days are Amsterdam's,
    both included. `before` is where an earlier page ended.
    """

    account_id: UUID | None = None
    action: AuditAction | None = None
    object_kind: str = ""
    wanted: str = ""
    outcome: str = ""
    from_day: date | None = None
    to_day: date | None = None
    before: str = ""

    @property
    def searches(self) -> bool:
        """Whether anything is asked for besides the next page."""
        return any(
            (
                self.account_id,
                self.action,
                self.object_kind,
                self.wanted,
                self.outcome,
                self.from_day,
                self.to_day,
            )
        )
