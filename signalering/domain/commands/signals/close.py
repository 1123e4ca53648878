"""How a coordinator ends the triage of a signal without a case."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class CloseSignal:
    """Codes of closed lists; `reason` only with `not_suitable`, `line` is said to the reporter."""

    signal_id: UUID
    ending: str
    reason: str | None = None
    line: str | None = None
    # With `duplicate`, the signal that is gone on with.
    duplicate_of: UUID | None = None
