"""An organisation that stops comes to no meeting: its seats are free again, and no mail goes."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, select, update

from signalering.domain.meetings import MeetingState
from signalering.models.network.meeting import Meeting, MeetingPartner
from signalering.models.partners.partner import Partner
from signalering.services.work import Work


def hold_meetings(work: Work) -> None:
    """Nobody answers for a meeting to come meanwhile.

    Taken before the organisation's row, as whoever answers takes them: meeting, then organisation.
    """
    rows = select(Meeting.id).where(_to_come(work)).order_by(Meeting.id).with_for_update()
    work.data.execute(rows).all()


def leave_meetings(work: Work, partner_id: UUID) -> int:
    """Give its seats back; how many they were. Whoever comes back to the network answers anew.

    What has been stays counted. An address for news of any meeting goes.
    """
    freed = _give_back(work, MeetingPartner.partner_id == partner_id)
    _forget_addresses(work, MeetingPartner.partner_id == partner_id)
    return freed


def free_seats(work: Work) -> None:
    """The same for all who have stopped, however that came about."""
    gone = MeetingPartner.partner_id.in_(select(Partner.id).where(~Partner.active))
    hold_meetings(work)
    _give_back(work, gone)
    _forget_addresses(work, gone)


def _give_back(work: Work, whose: ColumnElement[bool]) -> int:
    rows = work.data.execute(
        select(MeetingPartner.meeting_id, MeetingPartner.partner_id, MeetingPartner.people)
        .join(Meeting, Meeting.id == MeetingPartner.meeting_id)
        .where(whose, _to_come(work), MeetingPartner.people.is_not(None))
        .order_by(MeetingPartner.meeting_id, MeetingPartner.partner_id)
    ).all()
    for meeting_id, partner_id, people in rows:
        work.data.execute(
            update(Meeting)
            .where(Meeting.id == meeting_id)
            .values(taken=Meeting.taken - people)
            .execution_options(synchronize_session=False)
        )
        work.data.execute(
            update(MeetingPartner)
            .where(MeetingPartner.meeting_id == meeting_id, MeetingPartner.partner_id == partner_id)
            .values(people=None)
            .execution_options(synchronize_session=False)
        )
    return sum(people or 0 for *_, people in rows)


def _forget_addresses(work: Work, whose: ColumnElement[bool]) -> None:
    work.data.execute(
        update(MeetingPartner)
        .where(whose, MeetingPartner.contact_address.is_not(None))
        .values(contact_address=None)
        .execution_options(synchronize_session=False)
    )
    work.data.expire_all()


def _to_come(work: Work) -> ColumnElement[bool]:
    return and_(Meeting.state == MeetingState.PLANNED.value, Meeting.day >= work.clock.today())
