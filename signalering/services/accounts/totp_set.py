"""Set up codes for the log-in, for the first time or on another phone."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, Conflict, InvalidInput
from signalering.domain.lifecycles import Stage
from signalering.domain.views.accounts.totp import TotpView
from signalering.models.accounts.account import Account
from signalering.models.keys.user import Credential
from signalering.services.accounts import second_factor, sessions, totp
from signalering.services.accounts.log_in import Challenge, unwrap
from signalering.services.accounts.sessions import SessionState
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault.kinds import SessionSecret
from signalering.vault.passphrases import LoginKeys


def check_code(work: Work, secret: bytes, code: str) -> None:
    """Raise InvalidInput unless the phone shows this code: so it has the secret right."""
    if not totp.is_right(work, secret, code):
        raise InvalidInput("code", "wrong_code")


def set_totp(
    work: Work,
    cookie: SessionSecret,
    state: SessionState,
    tried: Challenge,
    keys: LoginKeys,
    secret: bytes,
) -> SessionSecret:
    """Seal the secret under the passphrase's key; go on in a session with a cookie of its own.

    Other sessions end when there were codes before: who has the old phone has nothing any more.
    Raises Conflict when the passphrase was changed meanwhile, CannotOpen for a swapped key.
    """
    account = work.data.get_one(Account, state.account_id)
    credential = work.keys.get(Credential, account.id)
    if credential is None or credential.salt != tried.salt or tried.account_id != account.id:
        raise Conflict
    user_secret = unwrap(work, account.id, keys)
    if credential.totp_sealed is not None:
        account.session_epoch += 1
    credential.totp_sealed = totp.seal_secret(keys.totp_key, account.id, secret)
    sessions.end(work, cookie)
    record(work, AuditAction.SECOND_FACTOR_SET, account.id, way="totp")
    return sessions.begin(work, account, state.hat, user_secret)


def go_on(work: Work, cookie: SessionSecret, state: SessionState) -> SessionSecret | None:
    """Once a second factor is there (a passkey was made), the session that waited for it opens.

    None when there is still none. Raises CannotOpen when the session has nothing open.
    """
    if state.stage is not Stage.SET_UP or not second_factor.has_one(work, state.account_id):
        return None
    if state.user_secret is None:
        raise CannotOpen
    account = work.data.get_one(Account, state.account_id)
    sessions.end(work, cookie)
    record(work, AuditAction.SECOND_FACTOR_SET, account.id, way="passkey")
    return sessions.begin(work, account, state.hat, state.user_secret)


def shown(work: Work, secret: bytes) -> TotpView:
    """What the page shows of a fresh secret, to who asks alone."""
    account = work.data.get_one(Account, work.by().account_id)
    uri = totp.provisioning_uri(secret, work.settings.installation_name, account.email)
    first = second_factor.is_asked(work, account) and not second_factor.has_one(work, account.id)
    return TotpView(totp.qr_code(uri), totp.shown_secret(secret), first)
