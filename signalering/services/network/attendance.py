"""Who answered, and afterwards: which organisations came."""

from uuid import UUID

from sqlalchemy import func, or_, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.network.attendance import RecordAttendance
from signalering.domain.errors import InvalidInput, InvalidLines, NotFound
from signalering.domain.meetings import MOST_PEOPLE, came_field
from signalering.domain.views.network.attendance import AnswerLine, AttendanceView
from signalering.models.network.meeting import MeetingPartner
from signalering.models.partners.partner import Partner
from signalering.services.audit.record import record
from signalering.services.network._meetings import (
    begun,
    change,
    meeting_row,
    require_planner,
    view_of,
)
from signalering.services.network.answer_meeting import partner_row
from signalering.services.work import Work


def answers(work: Work, meeting_id: UUID) -> AttendanceView:
    """Every organisation with its answer; reading them is written down. Raises Denied, NotFound."""
    require_planner(work)
    view = view_of(work, meeting_row(work, meeting_id))
    lines = organisations(work, meeting_id)
    record(work, AuditAction.MEETING_ANSWERS_READ, meeting_id, count=len(lines))
    return AttendanceView(view, lines, any(line.came is not None for line in lines))


def attendance(work: Work, command: RecordAttendance) -> None:
    """Keep how many people came of each; it can be put right later.

    Raises Denied, NotFound (also for an organisation that is not on the page), NotAllowedNow before
    its day or when it was called off, Conflict, InvalidInput when nobody came at all.
    """
    require_planner(work)
    row = begun(work, command.meeting_id)
    known = [line.partner_id for line in organisations(work, row.id)]
    came = {partner_id: count for partner_id, count in command.came.items() if count}
    if not set(came) <= set(known):
        raise NotFound
    wrong = [
        InvalidInput(came_field(partner_id), "between", least="0", most=str(MOST_PEOPLE))
        for partner_id, count in came.items()
        if not 0 < count <= MOST_PEOPLE
    ]
    if wrong:
        raise InvalidLines(wrong)
    if not came:
        raise InvalidInput("came", "meeting_nobody")
    change(work, row.id, command.version, {})
    for partner_id in known:
        partner_row(work, row.id, partner_id).came = came.get(partner_id, 0)
    work.data.flush()
    record(work, AuditAction.MEETING_ATTENDED, row.id, count=len(came), people=sum(came.values()))


def organisations(work: Work, meeting_id: UUID) -> tuple[AnswerLine, ...]:
    """Whose answers and numbers there may be, for who plans meetings. Raises Denied."""
    require_planner(work)
    rows = work.data.execute(
        select(Partner, MeetingPartner)
        .outerjoin(
            MeetingPartner,
            (MeetingPartner.partner_id == Partner.id) & (MeetingPartner.meeting_id == meeting_id),
        )
        .where(or_(Partner.active, MeetingPartner.partner_id.is_not(None)))
        .order_by(func.lower(Partner.name), Partner.id)
    )
    return tuple(
        AnswerLine(
            partner_id=partner.id,
            partner=partner.name,
            has_mailbox=bool(partner.contact_address),
            invited_on=row.invited_on if row else None,
            people=row.people if row else None,
            contact_address=(row.contact_address or "") if row else "",
            came=row.came if row else None,
        )
        for partner, row in rows
    )
