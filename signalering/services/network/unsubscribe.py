"""End a subscription: at once, by the secret that stands in every mail (RFC 8058)."""

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.models.network.newsletter import Subscriber
from signalering.services.audit.record import record
from signalering.services.network._subscribers import erase
from signalering.services.work import Work
from signalering.vault.links import token_hash


def unsubscribe(work: Work, token: str) -> None:
    """Erase the address and all that waits for it. Of an unknown secret nothing is said or done.

    Unknown ones are looked up beside the write: whoever makes them up keeps nobody waiting.
    """
    work.actor = None
    query = select(Subscriber.id).where(Subscriber.leave_hash == token_hash(token))
    with work.before() as reading:
        if reading.data.scalar(query) is None:
            return
    found = work.data.scalar(query)
    if found is not None:
        erase(work, [found])
        record(work, AuditAction.NEWSLETTER_LEFT, found)
