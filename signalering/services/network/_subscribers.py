"""Who gets the newsletter: rows that only this server can read, and nobody any more once they go.

The share of the key goes first and the row after it, so that no backup brings an address back.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import case, delete, func, select, text, update

from signalering.domain.commands.network.subscribe import Subscribe
from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import MailState, SubscriberState
from signalering.domain.newsletter import CONFIRM_WITHIN
from signalering.models.keys.subscriber import SubscriberShare
from signalering.models.network.newsletter import Newsletter, NewsletterMail, Subscriber
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.throttle import insert_of
from signalering.services.retention.restored import data_may_be_older
from signalering.services.work import Work
from signalering.vault.kinds import Share
from signalering.vault.links import new_token, token_hash
from signalering.vault.packages import new_share
from signalering.vault.subscribers import (
    AddressKey,
    address_hash,
    address_key,
    leave_token,
    open_address,
    seal_address,
)


def find_or_add(work: Work, wanted: Subscribe) -> UUID:
    """The row of this address, new if there was none; who waits may choose another language.

    Of two at the same moment one adds it. Whether it was there is nobody's affair.
    """
    found = address_hash(work.settings.lookup_key, wanted.email)
    subscriber_id, share = uuid4(), new_share()
    key = address_key(work.settings.lookup_key, share)
    fresh = insert_of(work, Subscriber).values(
        id=subscriber_id,
        address_hash=found,
        address=seal_address(key, subscriber_id, wanted.email),
        language=wanted.language,
        state=SubscriberState.WAITING.value,
        since=work.clock.today(),
        leave_hash=token_hash(leave_token(key)),
    )
    added = work.data.scalar(
        fresh.on_conflict_do_nothing(index_elements=[Subscriber.address_hash]).returning(
            Subscriber.id
        )
    )
    if added is not None:
        work.keys.add(SubscriberShare(subscriber_id=subscriber_id, share=share))
        work.keys.flush()
        return subscriber_id
    work.data.execute(
        update(Subscriber)
        .where(
            Subscriber.address_hash == found,
            Subscriber.state == SubscriberState.WAITING.value,
        )
        .values(language=wanted.language, since=work.clock.today())
        .execution_options(synchronize_session=False)
    )
    return work.data.scalars(select(Subscriber.id).where(Subscriber.address_hash == found)).one()


def key_of(work: Work, subscriber_id: UUID) -> AddressKey | None:
    """The key of one address; None once it was let go, or older data was put back."""
    row = work.keys.get(SubscriberShare, subscriber_id)
    if row is None:
        return None
    return address_key(work.settings.lookup_key, Share(row.share))


def address_of(row: Subscriber, key: AddressKey) -> str | None:
    """Where mail goes; None for what this installation can't open."""
    try:
        return open_address(key, row.id, row.address)
    except CannotOpen:
        return None


def new_confirmation(work: Work, row: Subscriber) -> str:
    """A link's token, kept nowhere; the one of before is dead."""
    token = new_token()
    row.confirm_hash = token_hash(token)
    work.data.flush()
    return token


def oldest_waiting(today: date) -> date:
    """Whoever asked before this day waits no longer."""
    return today - CONFIRM_WITHIN


def erase(work: Work, ids: Sequence[UUID]) -> None:
    """Let them go with all that waits for them: the keystore first."""
    # Nobody makes a mail for them meanwhile.
    work.data.execute(select(Subscriber.id).where(Subscriber.id.in_(ids)).with_for_update())
    work.keys.execute(
        delete(SubscriberShare)
        .where(SubscriberShare.subscriber_id.in_(ids))
        .execution_options(synchronize_session=False)
    )
    unsent = (
        select(OutboxMail.newsletter_id, func.count().label("mails"))
        .where(OutboxMail.subscriber_id.in_(ids), OutboxMail.newsletter_id.is_not(None))
        .group_by(OutboxMail.newsletter_id)
    )
    # A mail that never went is not to be counted as one that did.
    for newsletter_id, mails in work.data.execute(unsent).all():
        left = Newsletter.queued - mails
        work.data.execute(
            update(Newsletter)
            .where(Newsletter.id == newsletter_id)
            .values(queued=case((left > 0, left), else_=0))
            .execution_options(synchronize_session=False)
        )
    for table, column in (
        (OutboxMail, OutboxMail.subscriber_id),
        (NewsletterMail, NewsletterMail.subscriber_id),
        (Subscriber, Subscriber.id),
    ):
        work.data.execute(
            delete(table).where(column.in_(ids)).execution_options(synchronize_session=False)
        )


def sweep(work: Work) -> int:
    """Let go whom nobody waits for any more, and who can't be reached; how many.

    Too late with the yes; or let go since the backup from which this row came back. A share commits
    before its row does: whoever is just subscribing is waited for, or would look like a leftover.
    """
    if work.data.get_bind().dialect.name == "postgresql":
        work.data.execute(text("LOCK TABLE subscriber IN SHARE ROW EXCLUSIVE MODE"))
    late = work.data.scalars(
        select(Subscriber.id).where(
            Subscriber.state == SubscriberState.WAITING.value,
            Subscriber.since < oldest_waiting(work.clock.today()),
        )
    ).all()
    shares = set(work.keys.scalars(select(SubscriberShare.subscriber_id)))
    rows = set(work.data.scalars(select(Subscriber.id)))
    gone = {*late, *(rows - shares)}
    if gone:
        erase(work, sorted(gone))
    # A share without its row is what a crash leaves, or older data beside it.
    if not data_may_be_older(work) and shares - rows:
        work.keys.execute(
            delete(SubscriberShare)
            .where(SubscriberShare.subscriber_id.in_(shares - rows))
            .execution_options(synchronize_session=False)
        )
    return len(gone)


def count_in(work: Work, state: SubscriberState) -> int:
    """How many there are. Never who."""
    query = select(func.count()).select_from(Subscriber)
    return work.data.scalars(query.where(Subscriber.state == state.value)).one()


def mails_of(work: Work, newsletter_id: UUID, state: MailState) -> int:
    """How many mails of an issue stand in the outbox like this."""
    query = select(func.count()).select_from(OutboxMail)
    return work.data.scalars(
        query.where(OutboxMail.newsletter_id == newsletter_id, OutboxMail.state == state.value)
    ).one()
