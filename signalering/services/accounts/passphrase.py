"""Change one's words; with a new key pair as well when somebody may know them."""

import base64
import json
from dataclasses import dataclass, field

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, Conflict
from signalering.domain.states import Hat
from signalering.domain.views.accounts.drawn import Drawn
from signalering.models.accounts.account import Account
from signalering.models.keys.user import Credential
from signalering.services.accounts import drawing, new_pairs, sessions, totp
from signalering.services.accounts.calendar_stop import shut
from signalering.services.accounts.enrol import Enrolment, cost_of, enrol, store
from signalering.services.accounts.log_in import Challenge
from signalering.services.accounts.rekey import rekey
from signalering.services.accounts.sessions import SessionState
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault.kinds import SessionSecret, UserSecret
from signalering.vault.links import Carrier, carrier_of
from signalering.vault.passphrases import LoginKeys


@dataclass(frozen=True)
class Proven:
    """What giving the present words showed: which ones they were, and the secret of the codes."""

    salt: bytes
    new_keys: bool
    totp_secret: bytes | None = field(default=None, repr=False)


def carrier(work: Work) -> Carrier:
    """The page is sealed under what this session has open. Raises KeysNeeded."""
    return carrier_of(work.opened.secret, "passphrase")


def begin(work: Work, tried: Challenge, keys: LoginKeys, *, new_keys: bool) -> Drawn:
    """The first draw, for who just gave the present words. Raises CannotOpen."""
    actor = work.by()
    credential = work.keys.get(Credential, actor.account_id)
    if credential is None or credential.salt != tried.salt:
        raise CannotOpen
    values: dict[str, object] = {"salt": _text(tried.salt), "new_keys": new_keys}
    if credential.totp_sealed is not None:
        secret = totp.open_secret(keys.totp_key, actor.account_id, credential.totp_sealed)
        values["totp"] = _text(secret)
    return drawing.draw(actor.account_id, actor.hats, json.dumps(values))


def enrolled(work: Work, drawn: Drawn) -> Enrolment:
    """The one Argon2id run over the new words; no transaction may be open."""
    proven = _proven(drawn)
    kept: UserSecret | None = None if proven.new_keys else work.opened.secret
    return enrol(
        drawn.account_id,
        " ".join(drawn.words),
        cost_of(work.settings),
        secret=kept,
        code=drawn.code,
        totp_secret=proven.totp_secret,
    )


def change(
    work: Work, cookie: SessionSecret, state: SessionState, drawn: Drawn, enrolment: Enrolment
) -> SessionSecret:
    """Store the new words and end every session; this one goes on with a cookie of its own.

    Raises Conflict when they were changed meanwhile, and for new keys what `rekey` raises.
    """
    account_id = work.by().account_id
    proven = _proven(drawn)
    account = work.data.get_one(Account, account_id, with_for_update=True)
    credential = work.keys.get(Credential, account_id, with_for_update=True)
    if credential is None or credential.salt != proven.salt or drawn.account_id != account_id:
        raise Conflict
    if proven.new_keys:
        rekey(work, enrolment.secret)
        # Somebody may know the old words: whatever else was made with them is shut too.
        shut(work, account_id)
    store(work, enrolment)
    account.session_epoch += 1
    work.data.flush()
    if proven.new_keys:
        new_pairs.note(work, account)
    record(
        work,
        AuditAction.WORDS_CHANGED,
        account_id,
        new_keys=str(proven.new_keys).lower(),
    )
    sessions.end(work, cookie)
    return sessions.begin(work, account, Hat(state.hat), enrolment.secret)


def _proven(drawn: Drawn) -> Proven:
    values = json.loads(drawn.kept)
    secret = values.get("totp")
    return Proven(
        base64.b64decode(values["salt"]),
        bool(values["new_keys"]),
        base64.b64decode(secret) if secret else None,
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
