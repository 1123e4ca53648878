"""Send one mail to whoever asks for it, by the way that all mail goes."""

from uuid import uuid4

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.domain.lifecycles import MailFault
from signalering.domain.mail_texts import TRIAL
from signalering.domain.throttles import Tried
from signalering.domain.upkeep_names import Marked
from signalering.models.accounts.account import Account
from signalering.services.accounts import throttle
from signalering.services.audit.record import record
from signalering.services.network.at_once import send_at_once
from signalering.services.network.write import LOG_IN, Letter
from signalering.services.settings.marks import mark
from signalering.services.work import House, Work

# The mail server is that of the whole installation: all who try take turns.
EVERYBODY = "installation"


def trial_letter(work: Work) -> Letter:
    """To one's own address. Comes first in its unit of work, and commits this minute's turn: of

    two clicks at once one sends. Raises Denied, NotAllowedNow without a mail server, TooOften.
    """
    require(Permission.STATE, work.by(), None, work.clock.today())
    if work.settings.mail is None or work.settings.demonstration:
        raise NotAllowedNow
    throttle.claim(work, Tried.TRIAL_MAIL, EVERYBODY)
    account = work.data.get_one(Account, work.by().account_id)
    return Letter(
        uuid4(), None, account.email, account.name, account.language, leads_to=LOG_IN, text=TRIAL
    )


def try_mail(house: House, letter: Letter) -> MailFault | None:
    """Hand it over, outside any transaction. Gives what went wrong, if something did."""
    return send_at_once(house, letter)


def note_trial(work: Work, fault: MailFault | None) -> None:
    """Write down how it went. Raises Denied."""
    require(Permission.STATE, work.by(), None, work.clock.today())
    mark(work, {Marked.MAIL_TESTED: fault is None})
    record(work, AuditAction.MAIL_TESTED, result=fault.value if fault else "sent")
