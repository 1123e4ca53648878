"""In the demonstration nothing is sent: an administrator opens a mail in its receiver's place."""

from uuid import UUID

from sqlalchemy import delete

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotFound
from signalering.domain.permissions import Permission
from signalering.domain.views.network.mail import DeliveredMail
from signalering.models.network.outbox import OutboxMail
from signalering.services.audit.record import record
from signalering.services.network.send import letter_of
from signalering.services.network.write import text_of, translator
from signalering.services.work import Work


def deliver(work: Work, mail_id: UUID) -> DeliveredMail:
    """The mail with a link that works; it has arrived then, so its row goes.

    Raises Denied, and NotFound in a real installation: there a link is its receiver's alone.
    """
    require(Permission.MAIL, work.by(), None, work.clock.today())
    row = work.data.get(OutboxMail, mail_id) if work.settings.demonstration else None
    letter = letter_of(work, row) if row is not None else None
    if row is None or letter is None:
        raise NotFound
    subject, body = text_of(letter, work.settings, work.periods, translator(letter.language))
    work.data.execute(delete(OutboxMail).where(OutboxMail.id == mail_id))
    record(work, AuditAction.MAIL_OPENED, mail_id, kind=row.kind)
    return DeliveredMail(f"{letter.name} <{letter.address}>".strip(), subject, body)
