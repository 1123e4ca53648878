"""An organisation says whether it comes, or says it anew: the last seat is given once."""

from uuid import UUID

from sqlalchemy import or_, update

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.network.answer_meeting import AnswerMeeting
from signalering.domain.errors import Denied, InvalidInput, NotAllowedNow
from signalering.domain.meetings import MOST_PEOPLE, MeetingState
from signalering.domain.partner_facts import mailbox_of
from signalering.domain.permissions import Permission
from signalering.models.network.meeting import Meeting, MeetingPartner
from signalering.models.partners.partner import Partner
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.record import record
from signalering.services.network._meetings import meeting_row
from signalering.services.network.meeting_letters import follow_address
from signalering.services.work import Work


def answer_meeting(work: Work, meeting_id: UUID, command: AnswerMeeting) -> None:
    """A colleague answers for the own organisation.

    Raises Denied for who has none that takes part, NotFound, and what `take_in` raises.
    """
    require(Permission.MEETINGS, work.by(), None, work.clock.today())
    row = meeting_row(work, meeting_id)
    partner_id = work.by().partner_id
    partner = work.data.get(Partner, partner_id) if partner_id else None
    if partner is None or not partner.active:
        raise Denied("meeting_no_agreement")
    take_in(work, row.id, partner.id, command, "colleague")


def take_in(
    work: Work, meeting_id: UUID, partner_id: UUID, command: AnswerMeeting, way: str
) -> None:
    """Keep it in place of an earlier answer, and the seats with it.

    Raises NotAllowedNow once answers are closed, or when the organisation stopped at this moment,
    InvalidInput, on `people` when it is full.
    """
    people, address = _checked(command)
    # First the meeting, then the organisation, as all do who touch both.
    meeting = meeting_row(work, meeting_id, hold=True)
    _require_part(work, partner_id)
    row = partner_row(work, meeting_id, partner_id)
    had = row.people or 0
    _take_seats(work, meeting, people - had, had)
    follow_address(work, row, address)
    row.people, row.contact_address = people, address
    work.data.flush()
    record(
        work,
        AuditAction.MEETING_ANSWERED,
        meeting_id,
        partner_id=partner_id,
        people=people,
        way=way,
    )


def partner_row(work: Work, meeting_id: UUID, partner_id: UUID) -> MeetingPartner:
    """The row of an organisation, made where there was none."""
    key = {"meeting_id": meeting_id, "partner_id": partner_id}
    work.data.execute(insert_of(work, MeetingPartner).values(key).on_conflict_do_nothing())
    return work.data.get_one(MeetingPartner, (meeting_id, partner_id), populate_existing=True)


def _require_part(work: Work, partner_id: UUID) -> None:
    """Who takes seats and who stops wait for each other: no seat is left behind."""
    partner = work.data.get(
        Partner, partner_id, populate_existing=True, with_for_update={"read": True}
    )
    if partner is None or not partner.active:
        raise NotAllowedNow("meeting_no_agreement")


def _checked(command: AnswerMeeting) -> tuple[int, str | None]:
    if not command.comes:
        return 0, None
    if command.people is None:
        raise InvalidInput("people", "required")
    if not 1 <= command.people <= MOST_PEOPLE:
        raise InvalidInput("people", "between", least="1", most=str(MOST_PEOPLE))
    return command.people, mailbox_of(command.contact_address)


def _take_seats(work: Work, meeting: Meeting, more: int, had: int) -> None:
    """One UPDATE. Who gives seats back, or asks for no more, may until the day itself."""
    today = work.clock.today()
    # Before the UPDATE: afterwards nothing that was read of the row holds any more.
    left = (meeting.capacity or 0) - meeting.taken + had
    last = meeting.sign_up_until if more > 0 else meeting.day
    closed = meeting.state != MeetingState.PLANNED or last < today
    fits = or_(Meeting.capacity.is_(None), Meeting.taken + more <= Meeting.capacity)
    taken = work.data.scalar(
        update(Meeting)
        .where(
            Meeting.id == meeting.id,
            Meeting.state == MeetingState.PLANNED.value,
            *((Meeting.sign_up_until >= today, fits) if more > 0 else (Meeting.day >= today,)),
        )
        .values(taken=Meeting.taken + more)
        .returning(Meeting.id)
        .execution_options(synchronize_session=False)
    )
    if taken is not None:
        return
    if closed:
        raise NotAllowedNow("meeting_closed")
    if left > 0:
        raise InvalidInput("people", "meeting_few_left", left=str(left))
    raise InvalidInput("people", "meeting_full")
