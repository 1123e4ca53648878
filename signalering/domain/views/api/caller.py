"""A partner's program that was let in."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.api import ApiScope
from signalering.domain.errors import Denied


@dataclass(frozen=True)
class Caller:
    """Whoever gives something to a program is handed one: nothing goes to who was not let in.

    `scopes` are those of its token, which may be fewer than its client has.
    """

    client_id: UUID
    partner_id: UUID
    scopes: frozenset[ApiScope]

    def require(self, scope: ApiScope) -> None:
        """Raise Denied unless it may."""
        if scope not in self.scopes:
            raise Denied
