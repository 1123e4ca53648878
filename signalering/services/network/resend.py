"""Let a mail that failed go out again, from the first try on."""

from uuid import UUID

from sqlalchemy import update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.lifecycles import MailState
from signalering.domain.permissions import Permission
from signalering.models.network.outbox import OutboxMail
from signalering.services.audit.record import record
from signalering.services.work import Work


def resend(work: Work, mail_id: UUID) -> None:
    """Raises Denied, NotFound once it is gone, NotAllowedNow while it waits anyway."""
    require(Permission.MAIL, work.by(), None, work.clock.today())
    kind = work.data.scalar(
        update(OutboxMail)
        .where(OutboxMail.id == mail_id, OutboxMail.state == MailState.FAILED.value)
        .values(state=MailState.WAITING.value, tries=0, due_at=work.clock.now(), fault=None)
        .returning(OutboxMail.kind)
        .execution_options(synchronize_session=False)
    )
    if kind is None:
        raise NotFound if work.data.get(OutboxMail, mail_id) is None else NotAllowedNow
    record(work, AuditAction.MAIL_RESENT, mail_id, kind=kind)
