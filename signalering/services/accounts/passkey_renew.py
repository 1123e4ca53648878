"""Let a passkey open the keys again: after they were replaced, or where it never did."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.passkey_log_in import ShownPasskey
from signalering.domain.errors import PasskeyRefused
from signalering.models.keys.user import UserWrap
from signalering.services.accounts.passkey_add import wrap
from signalering.services.accounts.passkey_challenge import Purpose, spend
from signalering.services.accounts.passkey_log_in import prove
from signalering.services.accounts.passkeys import own_passkey
from signalering.services.audit.record import record
from signalering.services.work import Work


def renew_passkey(work: Work, passkey_id: UUID, kept: str | None, shown: ShownPasskey) -> None:
    """Wrap the open user secret for this passkey, which its holder shows.

    Raises NotFound, KeysNeeded, PasskeyRefused (also when the authenticator has no PRF).
    """
    passkey = own_passkey(work, passkey_id)
    secret = work.opened.secret
    challenge = spend(work, kept, Purpose.RENEW)
    if prove(work, challenge, shown).passkey.id != passkey.id:
        raise PasskeyRefused
    before = work.keys.get(UserWrap, passkey.id)
    if before is not None:
        work.keys.delete(before)
        work.keys.flush()
    if not wrap(work, passkey, secret, shown.prf):
        raise PasskeyRefused("passkey_opens_nothing")
    work.keys.flush()
    record(work, AuditAction.PASSKEY_RENEWED, passkey.account_id, passkey_id=passkey.id)
