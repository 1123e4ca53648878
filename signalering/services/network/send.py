"""Send what is due. Every mail goes out at least once; twice only when a crash hid the first.

A mail is claimed by one UPDATE, so two loops never send the same one. The claim moves `due_at`
ten minutes ahead: when whoever claimed it dies, it lapses by itself.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from uuid import UUID

from sqlalchemy import delete, select, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import AccountState, MailFault, MailKind, MailState
from signalering.domain.mail_server import MailServer
from signalering.domain.mail_texts import MEETING_MAILS, WITH_LINK
from signalering.models.accounts.account import Account
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.digest import digest_for
from signalering.services.accounts.invite import new_link_token, waits_for_link
from signalering.services.audit.mail_head import head_letter
from signalering.services.audit.record import record
from signalering.services.directory.letters import question_about
from signalering.services.network._newsletter_letters import subscriber_letter
from signalering.services.network.meeting_letters import alone_with_meeting, letter_about
from signalering.services.network.post import NotSent, Post
from signalering.services.network.queue import one_at_a_time, same_receiver
from signalering.services.network.write import Letter, own_name, write
from signalering.services.settings.rules import rules_of
from signalering.services.work import House, Work, open_work

CLAIMED_FOR = timedelta(minutes=10)
DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))
MOST_TRIES = len(DELAYS) + 1


@dataclass
class Tally:
    """What one round did."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0


def send_due(house: House, server: MailServer, stopped: Callable[[], bool]) -> Tally:
    """Send all that is due now, in no order; between two mails it asks whether to stop.

    Never inside a transaction. A server that can't be reached ends the round.
    """
    tally = Tally()
    now = house.clock.now()
    with Post(server, own_name(house.settings)) as post:
        for mail_id in _due(house, now):
            if stopped() or not _sent_one(house, server, post, mail_id, tally):
                break
    if tally.sent or tally.failed:
        with open_work(house, writes=True) as work:
            _account_for(work, tally)
            work.commit()
    return tally


def _sent_one(house: House, server: MailServer, post: Post, mail_id: UUID, tally: Tally) -> bool:
    """Whether to go on with others."""
    letter = claimed(house, mail_id)
    if letter is None:
        return True
    try:
        post.hand_over(_written(letter, house, server))
    except NotSent as refusal:
        with open_work(house, writes=True) as work:
            final = _put_off(work, mail_id, refusal)
            work.commit()
        tally.failed += final
        tally.put_off += not final
        return not refusal.all_of_them
    with open_work(house, writes=True) as work:
        work.data.execute(delete(OutboxMail).where(OutboxMail.id == mail_id))
        work.commit()
    tally.sent += 1
    return True


def _written(letter: Letter, house: House, server: MailServer) -> EmailMessage:
    try:
        periods = rules_of(house).periods
        return write(letter, house.settings, periods, server.sender, house.clock.now())
    except ValueError:
        raise NotSent(MailFault.ADDRESS, final=True) from None


def _due(house: House, now: datetime) -> list[UUID]:
    """In the order of their random ids: what happened first is not said by what comes first."""
    with open_work(house, writes=False) as work:
        query = select(OutboxMail.id).where(
            OutboxMail.state == MailState.WAITING.value, OutboxMail.due_at <= now
        )
        return list(work.data.scalars(query.order_by(OutboxMail.id)))


def claimed(house: House, mail_id: UUID) -> Letter | None:
    """Take one mail for oneself, with what it will say; None when another loop was first.

    What waits for the same receiver with the same text goes along with it.
    """
    with open_work(house, writes=True) as work:
        now = work.clock.now()
        mail = work.data.get(OutboxMail, mail_id)
        if mail is None:
            return None
        one_at_a_time(work, mail.account_id)
        alone_with_meeting(work, mail.meeting_id)
        taken = work.data.scalar(
            update(OutboxMail)
            .where(
                OutboxMail.id == mail_id,
                OutboxMail.state == MailState.WAITING.value,
                OutboxMail.due_at <= now,
            )
            .values(tries=OutboxMail.tries + 1, due_at=now + CLAIMED_FOR)
            .returning(OutboxMail.tries)
            .execution_options(synchronize_session=False)
        )
        if taken is None:
            return None
        if taken > MOST_TRIES:  # whoever tried last never came back
            _fail(work, mail_id, MailFault.BROKEN_OFF)
            letter = None
        else:
            _merge(work, mail, now)
            letter = letter_of(work, mail)
            if letter is None:
                work.data.execute(delete(OutboxMail).where(OutboxMail.id == mail_id))
        work.commit()
        return letter


def _merge(work: Work, mail: OutboxMail, now: datetime) -> None:
    others = (
        select(OutboxMail.id)
        .where(
            OutboxMail.id != mail.id,
            *same_receiver(mail),
            OutboxMail.state == MailState.WAITING.value,
            OutboxMail.tries == 0,
            OutboxMail.due_at <= now,
        )
        # What another loop has claimed at this moment is its own: an address has no row to lock.
        .with_for_update(skip_locked=True)
    )
    work.data.execute(delete(OutboxMail).where(OutboxMail.id.in_(work.data.scalars(others).all())))


def letter_of(work: Work, mail: OutboxMail) -> Letter | None:
    """To whom and with which link; None when the receiver is not to get it any more."""
    kind = MailKind(mail.kind)
    if kind is MailKind.OFFER_CHECK:
        return question_about(work, mail)
    if kind is MailKind.CHAIN_HEAD:
        return head_letter(work, mail)
    if kind in MEETING_MAILS:
        return letter_about(work, mail)
    if mail.subscriber_id is not None:
        return subscriber_letter(work, mail)
    if mail.account_id is None:
        return Letter(mail.id, kind, mail.address or "", "", "nl")
    account = work.data.get_one(Account, mail.account_id)
    if kind in WITH_LINK:
        if not waits_for_link(work, account):
            return None
        token = new_link_token(work, account.id)
    else:
        if account.state != AccountState.ACTIVE:
            return None
        token = None
    letter = Letter(mail.id, kind, account.email, account.name, account.language, token)
    if kind is not MailKind.DIGEST:
        return letter
    digest = digest_for(work, account)
    return None if digest is None else replace(letter, counts=asdict(digest))


def _put_off(work: Work, mail_id: UUID, refusal: NotSent) -> bool:
    """Set the next try; whether there is none."""
    tries = work.data.scalar(select(OutboxMail.tries).where(OutboxMail.id == mail_id)) or 0
    if refusal.final or tries >= MOST_TRIES:
        _fail(work, mail_id, refusal.fault)
        return True
    due = work.clock.now() + DELAYS[max(tries, 1) - 1]
    work.data.execute(
        update(OutboxMail)
        .where(OutboxMail.id == mail_id)
        .values(due_at=due, fault=refusal.fault.value)
        .execution_options(synchronize_session=False)
    )
    return False


def _fail(work: Work, mail_id: UUID, fault: MailFault) -> None:
    work.data.execute(
        update(OutboxMail)
        .where(OutboxMail.id == mail_id)
        .values(state=MailState.FAILED.value, fault=fault.value)
        .execution_options(synchronize_session=False)
    )


def _account_for(work: Work, tally: Tally) -> None:
    for sweep, count in (("mail_sent", tally.sent), ("mail_failed", tally.failed)):
        if count:
            record(work, AuditAction.SWEEP_DONE, sweep=sweep, count=count)
