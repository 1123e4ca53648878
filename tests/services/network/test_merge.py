"""Two loops at the same mails: neither waits for what the other holds."""

import threading
from uuid import UUID, uuid4

from kit.offers import MAILBOX, offer_of
from kit.town import Town
from sqlalchemy import delete, select, update

from signalering.domain.lifecycles import MailKind, MailState
from signalering.models.accounts.account import Account
from signalering.models.directory.standing import OfferStanding
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.digest import queue_digests
from signalering.services.network.queue import one_at_a_time
from signalering.services.network.send import claimed


def two_questions(town: Town) -> tuple[UUID, UUID]:
    """One that failed and was sent again by hand, and a newer one."""
    offer, now = offer_of(town), town.clock.now()
    first, second = uuid4(), uuid4()
    with town.committed() as work:
        today = town.clock.today()
        work.data.add(OfferStanding(initiative_id=offer, room="unknown", asked_on=today, asks=1))
        for mail_id in (first, second):
            work.data.add(
                OutboxMail(
                    id=mail_id,
                    kind=MailKind.OFFER_CHECK.value,
                    address=MAILBOX,
                    initiative_id=offer,
                    state=MailState.WAITING.value,
                    due_at=now,
                    tries=0,
                )
            )
    return first, second


def test_each_takes_another_one_at_the_same_moment(town: Town) -> None:
    mine, other = two_questions(town)
    faults: list[Exception] = []

    def claims() -> None:
        try:
            claimed(town.house, other)
        except Exception as error:
            faults.append(error)

    thread = threading.Thread(target=claims)
    with town.committed() as work:
        work.data.execute(update(OutboxMail).where(OutboxMail.id == mine).values(tries=1))
        thread.start()
        thread.join(0.3)  # long enough to run into what is held here
        work.data.execute(delete(OutboxMail).where(OutboxMail.id == other))
    thread.join()
    assert faults == []


def test_the_days_digests_are_queued_while_a_late_one_is_tried(town: Town) -> None:
    account_id, faults = town.people["coordinator"].account_id, list[Exception]()
    with town.committed() as work:
        work.data.get_one(Account, account_id).digest = True
        queue_digests(work)

    def queues() -> None:
        try:
            with town.committed() as work:
                assert queue_digests(work) == 1
        except Exception as error:
            faults.append(error)

    thread = threading.Thread(target=queues)
    with town.committed() as work:
        one_at_a_time(work, account_id)
        thread.start()
        thread.join(0.3)  # long enough to run into what is held here
        work.data.execute(update(OutboxMail).values(tries=1))
    thread.join()
    assert faults == []
    with town.work(writes=False) as work:
        assert work.data.scalars(select(OutboxMail.tries)).all() == [0]
