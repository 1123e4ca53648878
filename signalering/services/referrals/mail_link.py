"""Mail the link of a referral, once the work that made it is committed."""

from uuid import uuid4

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import MailFault
from signalering.domain.mail_texts import ATTENDANCE_LINK, REFERRAL_LINK
from signalering.domain.views.referrals.send import MadeLink
from signalering.services.audit.record import record
from signalering.services.network.at_once import send_at_once
from signalering.services.network.write import Letter
from signalering.services.referrals.making import PATH
from signalering.services.work import House, Work


def mail_link(house: House, link: MadeLink) -> MailFault | None:
    """Gives what went wrong, if something did; then the link goes another way."""
    text = REFERRAL_LINK if link.has_package else ATTENDANCE_LINK
    letter = Letter(uuid4(), None, link.receiver, "", "nl", link.token, PATH, text)
    return send_at_once(house, letter)


def note_failure(work: Work, link: MadeLink, fault: MailFault) -> None:
    """Write down that the mail did not get away."""
    record(work, AuditAction.REFERRAL_MAIL_FAILED, link.referral_id, cause=fault.value)
