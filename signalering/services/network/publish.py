"""Send the issue that was looked through: one claim, so nobody sends it twice."""

from uuid import UUID

from sqlalchemy import update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import Conflict, NotAllowedNow
from signalering.domain.lifecycles import NewsletterState
from signalering.domain.newsletter import read, written
from signalering.domain.permissions import Permission
from signalering.models.network.newsletter import Newsletter
from signalering.services.audit.record import record
from signalering.services.network._newsletter_parts import looked_again
from signalering.services.network.compose import drafted
from signalering.services.work import Work


def publish(work: Work, version: int, shown: str) -> UUID:
    """From now on it stands in the archive as it was `shown`; the work loop makes the mails.

    What was chosen is looked at once more: a meeting may have been called off while the page was
    open. Raises Denied, Conflict when somebody changed it since it was looked through, or it went
    out already, and NotAllowedNow when it reads otherwise by now, or nothing is left of it.
    """
    require(Permission.NEWSLETTER, work.by(), None, work.clock.today())
    draft = drafted(work)
    if draft is None or draft.version != version:
        raise Conflict
    content, _ = looked_again(work, read(draft.content))
    if content.shown != shown:
        raise NotAllowedNow("newsletter_changed")
    if content.is_empty:
        raise NotAllowedNow("newsletter_empty")
    sent = work.data.scalar(
        update(Newsletter)
        .where(
            Newsletter.state == NewsletterState.DRAFT.value,
            Newsletter.version == version,
        )
        .values(
            state=NewsletterState.SENDING.value,
            content=written(content),
            sent_on=work.clock.today(),
            version=version + 1,
        )
        .returning(Newsletter.id)
        .execution_options(synchronize_session=False)
    )
    if sent is None:
        raise Conflict
    record(work, AuditAction.NEWSLETTER_SENT, sent)
    return sent
