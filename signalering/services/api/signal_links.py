"""Lay codes ready for a worker: the address says nothing of them, and opens them once."""

import base64
import hmac
import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import delete

from signalering.domain.api import LINK_LASTS, ApiScope
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.api.signal_links import FROM_PROGRAMS, SEVERAL, MakeLink
from signalering.domain.errors import InvalidInput
from signalering.domain.throttles import Tried
from signalering.domain.views.api.caller import Caller
from signalering.domain.vocabularies import vocabulary
from signalering.models.api.signal_link import ApiRequest, SignalLink
from signalering.services.accounts import throttle
from signalering.services.api._secrets import keyed, new_token, token_of
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault.links import Carrier, carried, carrier_of, carry, token_hash

# The field that a refusal of the key names.
KEY = "Idempotency-Key"
# The day after it too: a whole day at least, and no time is kept.
KNOWN_FOR = timedelta(days=1)


def codes_of(token: str, partner_id: UUID, sealed: bytes) -> dict[str, list[str]]:
    """What was laid ready behind this address for this partner. Every failure is CannotOpen."""
    said = carried(_carrier(token), partner_id, base64.b64encode(sealed).decode())
    found: dict[str, list[str]] = json.loads(said)
    return found


def signal_links(work: Work, caller: Caller, command: MakeLink) -> str:
    """The token of a link. The same request under the same key gives the same one, used or not.

    Raises Denied, TooOften, InvalidInput with the field whose codes can't be taken, or for a key
    that another request had.
    """
    caller.require(ApiScope.SIGNAL_LINKS)
    said = json.dumps(_checked(command), sort_keys=True).encode()
    throttle.claim_in_minute(work, Tried.API_LINK, str(caller.client_id))
    token = new_token()
    if command.key:
        token = token_of(keyed(work, "link", caller.client_id, command.key, said))
        if not _first(work, caller, command.key, said):
            return token
    work.data.add(
        SignalLink(
            token_hash=token_hash(token),
            sealed=base64.b64decode(carry(_carrier(token), caller.partner_id, said)),
            until=_whole_minute(work.clock.now() + LINK_LASTS),
        )
    )
    record(work, AuditAction.SIGNAL_LINK_MADE, caller.client_id)
    return token


def sweep(work: Work) -> None:
    """Delete links that nobody used, and requests of days ago. In the caller's transaction."""
    work.data.execute(delete(SignalLink).where(SignalLink.until <= work.clock.now()))
    work.data.execute(delete(ApiRequest).where(ApiRequest.until_on < work.clock.today()))


def _carrier(token: str) -> Carrier:
    """What seals the codes: who has the database has it not."""
    return carrier_of(token, "signal link")


def _checked(command: MakeLink) -> dict[str, list[str]]:
    for name, codes in command.codes.items():
        listed = FROM_PROGRAMS.get(name)
        if listed is None:
            raise InvalidInput(name, "api_unknown_name")
        if any(code not in vocabulary(listed) for code in codes):
            raise InvalidInput(name, "unknown_code")
        if len(set(codes)) != len(codes) or (name not in SEVERAL and len(codes) > 1):
            raise InvalidInput(name, "api_list")
    found = {name: list(codes) for name, codes in command.codes.items() if codes}
    if not found:
        raise InvalidInput("", "api_nothing")
    return found


def _first(work: Work, caller: Caller, key: str, said: bytes) -> bool:
    """Whether this key is new. Of two who come with it at once the second waits for the first."""
    key_hash = keyed(work, "request", caller.client_id, key)
    body_hash = keyed(work, "body", caller.client_id, key, said)
    row = {
        "key_hash": key_hash,
        "body_hash": body_hash,
        "until_on": work.clock.today() + KNOWN_FOR,
    }
    insert = throttle.insert_of(work, ApiRequest).values(row).on_conflict_do_nothing()
    if work.data.scalar(insert.returning(ApiRequest.key_hash)) is not None:
        return True
    if not hmac.compare_digest(work.data.get_one(ApiRequest, key_hash).body_hash, body_hash):
        raise InvalidInput(KEY, "api_key_used")
    return False


def _whole_minute(moment: datetime) -> datetime:
    """Rounded up: nobody needs to know it closer."""
    return datetime.fromtimestamp(-(-moment.timestamp() // 60) * 60, UTC)
