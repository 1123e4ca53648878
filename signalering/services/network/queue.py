"""Put a mail in the outbox, within the transaction of what it tells of.

A row names a receiver and a text, never what happened or to whom. Its caller writes the audit
entry: the mail is a consequence of the act, not an act of its own.
"""

from datetime import datetime, time
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, false, or_, select

from signalering.domain.clock import AMSTERDAM, day_of
from signalering.domain.lifecycles import MailKind, MailState
from signalering.models.accounts.account import Account
from signalering.models.network.outbox import OutboxMail
from signalering.services.work import Work

# An hour after a change shows: all that changed on a day leaves in one batch, in no order.
NEWS_AT = time(8, 0)


def queue(
    work: Work,
    kind: MailKind,
    account_id: UUID | None = None,
    address: str | None = None,
    due_at: datetime | None = None,
    initiative_id: UUID | None = None,
    meeting_id: UUID | None = None,
    partner_id: UUID | None = None,
) -> None:
    """Let a mail go out at `due_at`, or now; news of signals goes in the next morning's batch.

    To an account, or to the address of an organisation. A mail of this kind that waits for the
    same receiver and moment, about the same offer or meeting if it is about one, and was not tried
    yet, serves for both. Raises ValueError unless there is exactly one receiver.
    """
    if (account_id is None) == (address is None):
        raise ValueError("a mail has one receiver")
    now = work.clock.now()
    due = due_at or (_news_batch(work) if kind is MailKind.SIGNAL_NEWS else now)
    one_at_a_time(work, account_id)
    mail = OutboxMail(
        id=uuid4(),
        kind=kind.value,
        account_id=account_id,
        address=address,
        initiative_id=initiative_id,
        meeting_id=meeting_id,
        partner_id=partner_id,
        due_at=due,
    )
    if not _waits_already(work, mail, now):
        work.data.add(mail)
        work.data.flush()


def queue_to_subscriber(work: Work, kind: MailKind, subscriber_id: UUID) -> None:
    """Let a mail go out now to somebody who asked for the newsletter; one that waits serves."""
    now = work.clock.now()
    mail = OutboxMail(id=uuid4(), kind=kind.value, subscriber_id=subscriber_id, due_at=now)
    if not _waits_already(work, mail, now):
        work.data.add(mail)
        work.data.flush()


def _news_batch(work: Work) -> datetime:
    """On the day on which the change begins to show, never before it."""
    day = day_of(work.calendar.visible_from(work.clock.now()))
    return datetime.combine(day, NEWS_AT, AMSTERDAM)


def one_at_a_time(work: Work, account_id: UUID | None) -> None:
    """Whoever looks whether a mail waits, and then adds one, is alone with its receiver.

    PostgreSQL locks the receiver's row; on SQLite the writer is alone anyway.
    """
    if account_id is not None:
        query = select(Account.id).where(Account.id == account_id)
        work.data.execute(query.with_for_update(key_share=True))


def _waits_already(work: Work, mail: OutboxMail, now: datetime) -> bool:
    """Only an untried mail counts: one that is being sent now was told of what came before."""
    at_once = OutboxMail.due_at <= now if mail.due_at <= now else false()
    found = work.data.scalar(
        select(OutboxMail.id)
        .where(
            *same_receiver(mail),
            OutboxMail.state == MailState.WAITING.value,
            OutboxMail.tries == 0,
            or_(OutboxMail.due_at == mail.due_at, at_once),
        )
        .limit(1)
    )
    return found is not None


def same_receiver(mail: OutboxMail) -> tuple[ColumnElement[bool], ...]:
    """What tells mails that serve for one another: kind, receiver, and what it is about, if any."""
    own = (
        (OutboxMail.account_id, mail.account_id),
        (OutboxMail.address, mail.address),
        (OutboxMail.subscriber_id, mail.subscriber_id),
        (OutboxMail.initiative_id, mail.initiative_id),
        (OutboxMail.newsletter_id, mail.newsletter_id),
        (OutboxMail.meeting_id, mail.meeting_id),
        (OutboxMail.partner_id, mail.partner_id),
    )
    return (
        OutboxMail.kind == mail.kind,
        *(column.is_(None) if value is None else column == value for column, value in own),
    )
