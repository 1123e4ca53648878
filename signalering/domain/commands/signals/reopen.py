"""Why a finished signal is taken up again."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ReopenSignal:
    """`reason` is a code of the reopen reasons."""

    signal_id: UUID
    reason: str
