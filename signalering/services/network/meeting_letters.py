"""Mails to organisations about a meeting; what they say and their link are made when they go."""

from signalering.domain.lifecycles import MailKind
from signalering.domain.meetings import MeetingState, day_in_words
from signalering.models.network.meeting import Meeting, MeetingPartner
from signalering.models.network.outbox import OutboxMail
from signalering.models.partners.partner import Partner
from signalering.services.network.meeting_links import PATH, new_link
from signalering.services.network.write import Letter, plain
from signalering.services.work import Work


def letter_about(work: Work, mail: OutboxMail) -> Letter | None:
    """As the meeting stands now, to the address of now; None when there is nothing to tell."""
    kind = MailKind(mail.kind)
    meeting = work.data.get(Meeting, mail.meeting_id) if mail.meeting_id else None
    partner = work.data.get(Partner, mail.partner_id) if mail.partner_id else None
    if meeting is None or partner is None or not partner.active:
        return None
    if not _still_holds(kind, meeting, work):
        return None
    row = work.data.get(MeetingPartner, (meeting.id, partner.id))
    own = row.contact_address if row else None
    address = own if own == mail.address else partner.contact_address
    if not address:
        return None
    token = new_link(work, meeting.id, partner.id)
    where = f"{meeting.place}, {meeting.address}" if meeting.address else meeting.place
    said = {
        "title": plain(meeting.title),
        "day": day_in_words(meeting.day),
        "times": f"{meeting.starts_at} - {meeting.ends_at}",
        "place": plain(where),
    }
    return Letter(mail.id, kind, address, "", "nl", token, PATH, said=said)


def _still_holds(kind: MailKind, meeting: Meeting, work: Work) -> bool:
    if kind is MailKind.MEETING_CANCELLED:
        return meeting.state == MeetingState.CANCELLED
    if meeting.state != MeetingState.PLANNED:
        return False
    if kind is MailKind.MEETING_NOTES:
        return bool(meeting.notes)
    return meeting.day >= work.clock.today()
