"""Taking back a step that one took a moment ago."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.audit_words import AuditAction


@dataclass(frozen=True)
class UndoStep:
    """Which step, with what, and how that stood right after it.

    `proof` says that who brings it took the step; it is made where the step is taken.
    """

    step: AuditAction
    object_id: UUID
    number: int
    proof: str
