"""Make a mail for each subscriber of an issue that goes out: in batches, each subscriber once.

What broke off goes on with the next round. Who got one is kept nowhere, once all have theirs.
"""

from collections.abc import Callable
from uuid import UUID, uuid4

from sqlalchemy import Select, delete, exists, select, update

from signalering.domain.lifecycles import MailKind, NewsletterState, SubscriberState
from signalering.models.network.newsletter import Newsletter, NewsletterMail, Subscriber
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.throttle import insert_of
from signalering.services.work import House, Work, open_work

BATCH = 200


def hand_out(house: House, stopped: Callable[[], bool]) -> int:
    """Put them in the outbox and give how many; between two batches it asks whether to stop."""
    made = 0
    while not stopped():
        with open_work(house, writes=False) as work:
            issue_id = work.data.scalar(_going())
        if issue_id is None:
            break
        with open_work(house, writes=True) as work:
            made += _batch(work, issue_id)
            work.commit()
    return made


def _going() -> Select[UUID]:
    return (
        select(Newsletter.id)
        .where(Newsletter.state == NewsletterState.SENDING.value)
        .order_by(Newsletter.sent_on, Newsletter.id)
        .limit(1)
    )


def _batch(work: Work, issue_id: UUID) -> int:
    # Whoever else hands out this issue waits here, and then sees what was made or that all is done.
    if work.data.scalar(_going().where(Newsletter.id == issue_id).with_for_update()) is None:
        return 0
    ids = work.data.scalars(_without_mail(issue_id).with_for_update(key_share=True)).all()
    if not ids:
        _finish(work, issue_id)
        return 0
    rows = [{"newsletter_id": issue_id, "subscriber_id": one} for one in ids]
    fresh = insert_of(work, NewsletterMail).values(rows).on_conflict_do_nothing()
    made = work.data.scalars(fresh.returning(NewsletterMail.subscriber_id)).all()
    now = work.clock.now()
    work.data.add_all(
        OutboxMail(
            id=uuid4(),
            kind=MailKind.NEWSLETTER.value,
            subscriber_id=one,
            newsletter_id=issue_id,
            due_at=now,
        )
        for one in made
    )
    work.data.execute(
        update(Newsletter)
        .where(Newsletter.id == issue_id)
        .values(queued=Newsletter.queued + len(made))
        .execution_options(synchronize_session=False)
    )
    return len(made)


def _without_mail(issue_id: UUID) -> Select[UUID]:
    made = exists().where(
        NewsletterMail.newsletter_id == issue_id,
        NewsletterMail.subscriber_id == Subscriber.id,
    )
    return (
        select(Subscriber.id)
        .where(Subscriber.state == SubscriberState.CONFIRMED.value, ~made)
        .order_by(Subscriber.id)
        .limit(BATCH)
    )


def _finish(work: Work, issue_id: UUID) -> None:
    work.data.execute(
        update(Newsletter)
        .where(Newsletter.id == issue_id)
        .values(state=NewsletterState.SENT.value)
        .execution_options(synchronize_session=False)
    )
    work.data.execute(delete(NewsletterMail).where(NewsletterMail.newsletter_id == issue_id))
