"""Give a passkey another name."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.services.accounts.passkey_add import cleaned_name
from signalering.services.accounts.passkeys import own_passkey
from signalering.services.audit.record import record
from signalering.services.work import Work


def rename_passkey(work: Work, passkey_id: UUID, name: str) -> None:
    """Call it otherwise. Raises NotFound, InvalidInput."""
    passkey = own_passkey(work, passkey_id)
    passkey.name = cleaned_name(name)
    record(work, AuditAction.PASSKEY_RENAMED, passkey.account_id, passkey_id=passkey.id)
