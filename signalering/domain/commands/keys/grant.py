"""What somebody says who gives a colleague the key of their group."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class GiveKey:
    """`shown` is what the page showed of the colleague's fingerprint, `heard` what it left out."""

    account_id: UUID
    shown: str
    heard: str
