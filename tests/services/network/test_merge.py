"""Two loops at mails to one organisation: neither waits for what the other holds."""

import threading
from uuid import UUID, uuid4

from kit.offers import MAILBOX, offer_of
from kit.town import Town
from sqlalchemy import delete, update

from signalering.domain.lifecycles import MailKind, MailState
from signalering.models.directory.standing import OfferStanding
from signalering.models.network.outbox import OutboxMail
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
