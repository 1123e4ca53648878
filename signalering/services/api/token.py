"""Give a program a token for the secret of its client (RFC 6749, 4.4)."""

import hmac

from sqlalchemy import delete, select, update

from signalering.domain.api import TOKEN_LASTS
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.api.token import AskToken
from signalering.domain.errors import Denied, InvalidInput
from signalering.domain.throttles import Tried
from signalering.domain.views.api.token import GivenToken
from signalering.models.api.client import ApiClient, ApiToken
from signalering.models.partners.partner import Partner
from signalering.services.accounts import throttle
from signalering.services.api._secrets import hash_of_secret, hash_of_token, new_token
from signalering.services.api.callers import (
    count_wrong,
    kept_scopes,
    refused,
    scopes_of,
    working,
)
from signalering.services.audit.record import record
from signalering.services.work import House, Work, open_work

WRONG_SECRET, ENDED, SCOPE = "wrong_secret", "client_ended", "client_scope"


def token(house: House, command: AskToken, address: str) -> GivenToken:
    """A fresh token. Counts and commits by itself, for a refusal must be written down as well.

    Raises Denied for a client that isn't let in, InvalidInput on `scope` for one that asks for more
    than it has, TooOften.
    """
    with open_work(house, writes=False) as work:
        cause = _wrong(work, command)
        known = work.data.get(ApiClient, command.client_id) is not None
    if cause:
        with open_work(house, writes=True) as work:
            if cause == SCOPE:  # it proved who it is: no guess
                throttle.claim_in_minute(work, Tried.API_PROOF, str(command.client_id))
            else:
                count_wrong(work, address)
            if known:
                refused(work, command.client_id, cause)
                work.commit()
        if cause == SCOPE:
            raise InvalidInput("scope")
        raise Denied
    with open_work(house, writes=True) as work:
        throttle.claim_in_minute(work, Tried.API_PROOF, str(command.client_id))
        given = _give(work, command)
        work.commit()
    return given


def sweep(work: Work) -> None:
    """Delete tokens that are over. In the caller's transaction."""
    work.data.execute(delete(ApiToken).where(ApiToken.until <= work.clock.now()))


def _wrong(work: Work, command: AskToken) -> str:
    """Why no token is given; empty where one is."""
    row = work.data.get(ApiClient, command.client_id)
    # Reckoned for an unknown client too, so that both take as long.
    wanted = hash_of_secret(work, command.client_id, command.secret)
    if row is None or not hmac.compare_digest(row.secret_hash, wanted):
        return WRONG_SECRET
    works = (
        select(ApiClient.id)
        .join(Partner, Partner.id == ApiClient.partner_id)
        .where(ApiClient.id == row.id, *working(work.clock.today()))
    )
    if work.data.scalar(works) is None:
        return ENDED
    return "" if command.scopes <= scopes_of(row.scopes) else SCOPE


def _give(work: Work, command: AskToken) -> GivenToken:
    today = work.clock.today()
    # It may have been revoked at this very moment: one UPDATE finds out, and writes the day down.
    row = work.data.execute(
        update(ApiClient)
        .where(
            ApiClient.id == command.client_id,
            ApiClient.revoked_on.is_(None),
            ApiClient.until_on >= today,
        )
        .values(used_on=today)
        .returning(ApiClient.scopes)
    ).one_or_none()
    if row is None:
        raise Denied
    scopes = scopes_of(kept_scopes(command.scopes) or row.scopes)
    fresh = new_token()
    work.data.add(
        ApiToken(
            token_hash=hash_of_token(work, fresh),
            client_id=command.client_id,
            scopes=kept_scopes(scopes),
            until=work.clock.now() + TOKEN_LASTS,
        )
    )
    record(work, AuditAction.API_LET_IN, command.client_id)
    return GivenToken(fresh, int(TOKEN_LASTS.total_seconds()), scopes)
