"""End one's session."""

from signalering.domain.audit_actions import AuditAction
from signalering.services.accounts import sessions
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault.kinds import SessionSecret


def log_out(work: Work, cookie: SessionSecret) -> None:
    """Delete the session; a copied cookie opens nothing from now on."""
    sessions.end(work, cookie)
    record(work, AuditAction.LOG_OUT, work.by().account_id)
