"""Why a closed case is taken up again."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ReopenCase:
    """The reason is a code of `reopen_reasons`."""

    case_id: UUID
    version: int
    reason: str
