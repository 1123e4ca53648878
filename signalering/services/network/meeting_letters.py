"""Mails to organisations about a meeting; what they say and their link are made when they go.

A mailbox gets one mail about a meeting and a matter, though several organisations may read it, or
one may have given the mailbox of another for its news. Each of them waits with a mail of its own,
for addresses change and organisations stop meanwhile; who goes first goes for all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, or_, select, update

from signalering.domain.lifecycles import MailKind, MailState
from signalering.domain.meetings import MeetingState, day_in_words
from signalering.models.network.meeting import Meeting, MeetingPartner
from signalering.models.network.outbox import OutboxMail
from signalering.models.partners.partner import Partner
from signalering.services.network.meeting_links import PATH, new_link
from signalering.services.network.write import Letter, plain
from signalering.services.work import Work


@dataclass(frozen=True)
class _Waiting:
    """A mail in the outbox: for whom it was put there, and the address to which it goes now."""

    id: UUID
    receiver: tuple[UUID | None, str | None]
    tries: int
    waits: bool
    address: str


def alone_with_meeting(work: Work, meeting_id: UUID | None) -> None:
    """Who claims a mail about it is alone: of two mails to one mailbox one sees the other.

    PostgreSQL locks the row; on SQLite the writer is alone anyway.
    """
    if meeting_id is not None:
        query = select(Meeting.id).where(Meeting.id == meeting_id)
        work.data.execute(query.with_for_update(key_share=True))


def letter_about(work: Work, mail: OutboxMail) -> Letter | None:
    """As the meeting stands now, to the address of now; None when there is nothing to tell, or

    another mail tells it to the same mailbox.
    """
    kind = MailKind(mail.kind)
    meeting = work.data.get(Meeting, mail.meeting_id) if mail.meeting_id else None
    if meeting is None or not _still_holds(kind, meeting, work):
        return None
    waiting = _waiting(work, kind, meeting.id)
    mine = next((one for one in waiting if one.id == mail.id), None)
    if mine is None or not mine.address:
        return None
    receivers = _receivers(work, kind, meeting.id, mail.partner_id, mine.address)
    if not receivers or _told_by_another(work, mine, waiting):
        return None
    tokens = {one.name: new_link(work, meeting.id, one.id) for one in receivers}
    where = f"{meeting.place}, {meeting.address}" if meeting.address else meeting.place
    said = {
        "title": plain(meeting.title),
        "day": day_in_words(meeting.day),
        "times": f"{meeting.starts_at} - {meeting.ends_at}",
        "place": plain(where),
    }
    one, several = (next(iter(tokens.values())), {}) if len(tokens) == 1 else (None, tokens)
    return Letter(mail.id, kind, mine.address, "", "nl", one, PATH, said=said, each=several)


def follow_address(work: Work, row: MeetingPartner, address: str | None) -> None:
    """What waits for the address that an organisation gave before goes to the new one.

    Without one it goes no more: the mailbox has a mail of its own.
    """
    partner = work.data.get_one(Partner, row.partner_id)
    if row.contact_address in (None, address, partner.contact_address):
        return
    waiting = (
        OutboxMail.meeting_id == row.meeting_id,
        OutboxMail.partner_id == row.partner_id,
        OutboxMail.address == row.contact_address,
    )
    if address is None:
        work.data.execute(delete(OutboxMail).where(*waiting))
    else:
        work.data.execute(
            update(OutboxMail)
            .where(*waiting)
            .values(address=address)
            .execution_options(synchronize_session=False)
        )


def _still_holds(kind: MailKind, meeting: Meeting, work: Work) -> bool:
    if kind is MailKind.MEETING_CANCELLED:
        return meeting.state == MeetingState.CANCELLED
    if meeting.state != MeetingState.PLANNED:
        return False
    if kind is MailKind.MEETING_NOTES:
        return bool(meeting.notes)
    return meeting.day >= work.clock.today()


def _waiting(work: Work, kind: MailKind, meeting_id: UUID) -> list[_Waiting]:
    """Where each mail of this matter would go now: its organisation may have another mailbox.

    The address of who has stopped stays: others may read it.
    """
    rows = work.data.execute(
        select(
            OutboxMail.id,
            OutboxMail.partner_id,
            OutboxMail.address,
            OutboxMail.tries,
            OutboxMail.state == MailState.WAITING.value,
            MeetingPartner.contact_address,
            Partner.contact_address,
            Partner.active,
        )
        .join(Partner, Partner.id == OutboxMail.partner_id)
        .outerjoin(
            MeetingPartner,
            (MeetingPartner.meeting_id == OutboxMail.meeting_id)
            & (MeetingPartner.partner_id == OutboxMail.partner_id),
        )
        .where(OutboxMail.kind == kind.value, OutboxMail.meeting_id == meeting_id)
    )
    found = []
    for mail_id, partner_id, queued, tries, waits, own, mailbox, active in rows:
        address = queued if queued == own or not active else mailbox
        found.append(_Waiting(mail_id, (partner_id, queued), tries, waits, (address or "").lower()))
    return found


def _receivers(
    work: Work, kind: MailKind, meeting_id: UUID, partner_id: UUID | None, address: str
) -> list[Partner]:
    """Who reads this mailbox and is concerned, by name; read afresh, so a later try says the same.

    Nobody who has stopped.
    """
    told: ColumnElement[bool] = MeetingPartner.meeting_id.is_not(None)
    if kind is MailKind.MEETING_INVITATION:
        told = MeetingPartner.invited_on.is_not(None)
    elif kind is not MailKind.MEETING_NOTES:
        told = MeetingPartner.people > 0
    rows = work.data.scalars(
        select(Partner)
        .outerjoin(
            MeetingPartner,
            (MeetingPartner.partner_id == Partner.id) & (MeetingPartner.meeting_id == meeting_id),
        )
        .where(
            Partner.active,
            or_(
                func.lower(Partner.contact_address) == address,
                func.lower(MeetingPartner.contact_address) == address,
            ),
            or_(told, Partner.id == partner_id),
        )
        .order_by(func.lower(Partner.name), Partner.id)
    )
    return list(rows)


def _told_by_another(work: Work, mine: _Waiting, others: Iterable[_Waiting]) -> bool:
    """Whether one that was tried before, or is on its way, brings it to this mailbox.

    What was not tried yet goes along with this one.
    """
    same = [
        one
        for one in others
        if one.waits and one.address == mine.address and one.receiver != mine.receiver
    ]
    if any(one.tries > 0 and (mine.tries <= 1 or one.id < mine.id) for one in same):
        return True
    along = [one.id for one in same if one.tries == 0]
    work.data.execute(delete(OutboxMail).where(OutboxMail.id.in_(along)))
    return False
