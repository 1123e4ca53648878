"""Links of organisations that are invited: only a hash is kept, and they end after the meeting."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import delete, select, update

from signalering.domain.retention import add_months
from signalering.models.network.meeting import Meeting, MeetingLink, MeetingPartner
from signalering.models.partners.partner import Partner
from signalering.services.network._leaving import free_seats
from signalering.services.work import Work
from signalering.vault import links

PATH = "/meeting/"


@dataclass(frozen=True)
class Invited:
    """Whose link it is, and for which meeting."""

    meeting: Meeting
    partner_id: UUID


def new_link(work: Work, meeting_id: UUID, partner_id: UUID) -> str:
    """A token that is kept nowhere; those of earlier mails go on working."""
    token = links.new_token()
    work.data.add(
        MeetingLink(
            token_hash=links.token_hash(token), meeting_id=meeting_id, partner_id=partner_id
        )
    )
    work.data.flush()
    return token


def invited_by(work: Work, token: str) -> Invited | None:
    """None alike for a link that is wrong, too old, or of an organisation that stopped."""
    found = work.data.execute(
        select(Meeting, MeetingLink.partner_id)
        .join(MeetingLink, MeetingLink.meeting_id == Meeting.id)
        .join(Partner, Partner.id == MeetingLink.partner_id)
        .where(
            MeetingLink.token_hash == links.token_hash(token),
            Meeting.day >= _oldest(work),
            Partner.active,
        )
        .execution_options(populate_existing=True)
    ).one_or_none()
    return Invited(*found) if found is not None else None


def sweep(work: Work) -> None:
    """Delete links that open nothing any more, and addresses that were for news of what is over;

    free the seats of who has stopped.
    """
    free_seats(work)
    today = work.clock.today()
    old = select(Meeting.id).where(Meeting.day < _oldest(work))
    work.data.execute(delete(MeetingLink).where(MeetingLink.meeting_id.in_(old)))
    told = select(Meeting.id).where(
        Meeting.day < today - timedelta(days=work.periods.meeting_contact_days)
    )
    work.data.execute(
        update(MeetingPartner)
        .where(MeetingPartner.meeting_id.in_(told), MeetingPartner.contact_address.is_not(None))
        .values(contact_address=None)
        .execution_options(synchronize_session=False)
    )


def _oldest(work: Work) -> date:
    """The first day of a meeting whose links still work."""
    return add_months(work.clock.today(), -work.periods.meeting_link_months)
