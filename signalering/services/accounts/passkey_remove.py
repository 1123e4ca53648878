"""Remove a passkey: it logs in and opens nothing any more."""

from uuid import UUID

from sqlalchemy import delete, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.models.keys.passkey import Passkey
from signalering.models.keys.user import UserWrap
from signalering.services.accounts.passkey_challenge import ids_of
from signalering.services.accounts.passkeys import last_is_needed, own_passkey
from signalering.services.audit.record import record
from signalering.services.work import Work


def remove_passkey(work: Work, passkey_id: UUID) -> None:
    """Delete it with its wrap. Raises NotFound, NotAllowedNow for a last second factor."""
    passkey = own_passkey(work, passkey_id)
    # Locked together: of two removals at once the second sees what the first left.
    work.keys.execute(
        select(Passkey.id).where(Passkey.account_id == passkey.account_id).with_for_update()
    ).all()
    if last_is_needed(work, len(ids_of(work, passkey.account_id))):
        raise NotAllowedNow("passkey_last")
    work.keys.execute(delete(UserWrap).where(UserWrap.id == passkey.id))
    work.keys.delete(passkey)
    work.keys.flush()
    record(work, AuditAction.PASSKEY_REMOVED, passkey.account_id, passkey_id=passkey_id)
