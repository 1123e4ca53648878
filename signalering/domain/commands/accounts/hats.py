"""The hats that an account is to have from now on."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.states import Hat


@dataclass(frozen=True)
class ChangeHats:
    """All of them, not only what is new."""

    account_id: UUID
    hats: frozenset[Hat]
