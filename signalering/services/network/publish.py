"""Send the issue that was looked through: one claim, so nobody sends it twice."""

from uuid import UUID

from sqlalchemy import update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import Conflict
from signalering.domain.lifecycles import NewsletterState
from signalering.domain.permissions import Permission
from signalering.models.network.newsletter import Newsletter
from signalering.services.audit.record import record
from signalering.services.work import Work


def publish(work: Work, version: int) -> UUID:
    """From now on it stands in the archive as it is; the work loop makes the mails.

    Raises Denied, Conflict when it was changed since it was looked through, or went out already.
    """
    require(Permission.NEWSLETTER, work.by(), None, work.clock.today())
    sent = work.data.scalar(
        update(Newsletter)
        .where(
            Newsletter.state == NewsletterState.DRAFT.value,
            Newsletter.version == version,
        )
        .values(
            state=NewsletterState.SENDING.value,
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
