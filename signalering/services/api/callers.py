"""Let a partner's program in that has a token, and account for what it is refused.

Nobody is logged in: the client stands for the program, and entries of the audit trail name it as
what they are about.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select

from signalering.domain.api import ApiScope
from signalering.domain.audit_actions import AuditAction
from signalering.domain.throttles import Tried
from signalering.domain.views.api.caller import Caller
from signalering.models.api.client import ApiClient, ApiToken
from signalering.models.partners.partner import Partner
from signalering.services.accounts import throttle
from signalering.services.api._secrets import hash_of_token
from signalering.services.audit.record import record
from signalering.services.public.visitors import visitor_of
from signalering.services.work import Work


def let_in(work: Work, token: str) -> Caller | None:
    """Whose token this is, if it works at this moment and so does its client."""
    row = work.data.execute(
        select(ApiToken.scopes, ApiClient.id, ApiClient.partner_id)
        .join(ApiClient, ApiClient.id == ApiToken.client_id)
        .join(Partner, Partner.id == ApiClient.partner_id)
        .where(
            ApiToken.token_hash == hash_of_token(work, token),
            ApiToken.until > work.clock.now(),
            *working(work.clock.today()),
        )
    ).one_or_none()
    return None if row is None else Caller(row.id, row.partner_id, scopes_of(row.scopes))


def working(today: date) -> tuple[ColumnElement[bool], ...]:
    """What holds of a client that works: its partner takes part, and it has neither ended."""
    return ApiClient.revoked_on.is_(None), ApiClient.until_on >= today, Partner.active.is_(True)


def scopes_of(text: str) -> frozenset[ApiScope]:
    """Scopes as they are kept; one that is no longer on the list gives nothing."""
    return frozenset(ApiScope(word) for word in text.split() if word in set(ApiScope))


def kept_scopes(scopes: Iterable[str]) -> str:
    """Scopes as they are kept: in their order, each once."""
    wanted = set(scopes)
    return " ".join(scope.value for scope in ApiScope if scope in wanted)


def count_wrong(work: Work, address: str) -> None:
    """Count a try that lets nobody in, and commit it. Raises TooOften."""
    throttle.claim(work, Tried.API, visitor_of(work, address))


def count_call(work: Work, caller: Caller) -> None:
    """Count a call of this client, and commit it. Raises TooOften when a minute has had enough."""
    throttle.claim_in_minute(work, Tried.API_CALL, str(caller.client_id))


def refused(work: Work, client_id: UUID, cause: str) -> None:
    """The entry about a known client that was told no."""
    record(work, AuditAction.API_REFUSED, client_id, outcome="denied", cause=cause)
