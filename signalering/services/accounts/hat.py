"""Put on another of one's own hats, openly."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import Denied
from signalering.domain.states import Hat
from signalering.services.accounts import sessions
from signalering.services.accounts.sessions import SessionState
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault.kinds import SessionSecret


def switch_hat(work: Work, cookie: SessionSecret, state: SessionState, hat: Hat) -> None:
    """Go on in another hat. Raises Denied for one that the account doesn't hold."""
    if hat not in work.by().hats:
        raise Denied
    sessions.keep(work, cookie, state, hat)
    record(
        work,
        AuditAction.HAT_SWITCHED,
        work.by().account_id,
        from_hat=state.hat.value,
        to_hat=hat.value,
    )
