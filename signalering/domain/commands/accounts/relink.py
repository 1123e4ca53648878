"""What a coordinator says who links a reporter to older signals again."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class RelinkReporter:
    """`shown` is what the page showed of the reporter's fingerprint, `heard` what it left out."""

    account_id: UUID
    shown: str
    heard: str
