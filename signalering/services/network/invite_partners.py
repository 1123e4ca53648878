"""Invite the organisations that take part, each once, to their mailboxes."""

from uuid import UUID

from sqlalchemy import select, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.domain.lifecycles import MailKind
from signalering.models.network.meeting import MeetingPartner
from signalering.models.partners.partner import Partner
from signalering.services.audit.record import record
from signalering.services.network._meetings import require_planner, to_come
from signalering.services.network.answer_meeting import partner_row
from signalering.services.network.queue import queue
from signalering.services.work import Work


def invite_partners(work: Work, meeting_id: UUID) -> int:
    """Queue the mails and give how many; done again, it reaches who came in since.

    Raises Denied, NotFound, NotAllowedNow when nobody can sign up any more.
    """
    require_planner(work)
    row = to_come(work, meeting_id)
    if row.sign_up_until < work.clock.today():
        raise NotAllowedNow("meeting_closed")
    partners = work.data.execute(
        select(Partner.id, Partner.contact_address)
        .where(Partner.active, Partner.contact_address.is_not(None))
        .order_by(Partner.id)
    ).all()
    count = 0
    for partner_id, address in partners:
        if _claimed(work, meeting_id, partner_id):
            queue(
                work,
                MailKind.MEETING_INVITATION,
                address=address,
                meeting_id=meeting_id,
                partner_id=partner_id,
            )
            count += 1
    if count:
        record(work, AuditAction.MEETING_PARTNERS_INVITED, meeting_id, count=count)
    return count


def _claimed(work: Work, meeting_id: UUID, partner_id: UUID) -> bool:
    """One UPDATE: of two who press at the same moment one invites."""
    partner_row(work, meeting_id, partner_id)
    taken = work.data.scalar(
        update(MeetingPartner)
        .where(
            MeetingPartner.meeting_id == meeting_id,
            MeetingPartner.partner_id == partner_id,
            MeetingPartner.invited_on.is_(None),
        )
        .values(invited_on=work.clock.today())
        .returning(MeetingPartner.partner_id)
        .execution_options(synchronize_session=False)
    )
    return taken is not None
