"""What waits in the outbox, and since when it may go: never before what it tells of shows."""

from datetime import UTC, datetime

import pytest
from kit.signals import logged, taken
from kit.town import Town
from sqlalchemy import select

from signalering.domain.clock import day_of
from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.lifecycles import MailKind
from signalering.models.network.outbox import OutboxMail
from signalering.services.network.queue import queue
from signalering.services.signals.close import close
from signalering.services.signals.hand_back import hand_back
from signalering.services.signals.mine import mine
from signalering.services.signals.take import take
from signalering.services.signals.withdraw import withdraw


def waiting(town: Town) -> list[OutboxMail]:
    with town.work(writes=False) as work:
        found = list(work.data.scalars(select(OutboxMail).order_by(OutboxMail.due_at)))
        work.data.expunge_all()
        return found


def test_a_day_of_changes_is_one_mail_to_each_reporter(town: Town) -> None:
    first, second = taken(town), taken(town, "other_coordinator")
    with town.committed("coordinator") as work:
        close(work, CloseSignal(first, "advice_given"))
    with town.committed("other_coordinator") as work:
        hand_back(work, second)
    (mail,) = waiting(town)
    assert mail.kind == MailKind.SIGNAL_NEWS
    assert mail.account_id == town.people["worker"].account_id


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 11, 23, 9, 30, tzinfo=UTC), datetime(2026, 11, 24, 7, tzinfo=UTC)),
        (datetime(2026, 11, 27, 22, 59, tzinfo=UTC), datetime(2026, 11, 30, 7, tzinfo=UTC)),
        (datetime(2026, 12, 24, 12, tzinfo=UTC), datetime(2026, 12, 28, 7, tzinfo=UTC)),
        (datetime(2027, 3, 26, 12, tzinfo=UTC), datetime(2027, 3, 30, 6, tzinfo=UTC)),
    ],
)
def test_news_leaves_at_eight_on_the_next_working_day(
    file_town: Town, now: datetime, due: datetime
) -> None:
    file_town.clock.move_to(now)
    taken(file_town)
    (mail,) = waiting(file_town)
    assert mail.due_at == due


def test_when_the_mail_arrives_the_status_shows_and_not_before(file_town: Town) -> None:
    taken(file_town)
    (mail,) = waiting(file_town)
    for moment, status in (
        (file_town.clock.now(), "received"),
        (mail.due_at, "picked_up"),
    ):
        file_town.clock.move_to(moment)
        with file_town.work("worker", writes=False) as work:
            assert [signal.status for signal in mine(work)] == [status]


def test_changes_of_two_days_are_two_mails(file_town: Town) -> None:
    signal_id = taken(file_town)
    file_town.clock.move_to(datetime(2026, 11, 24, 12, tzinfo=UTC))
    with file_town.committed("coordinator") as work:
        hand_back(work, signal_id)
    assert [day_of(mail.due_at).day for mail in waiting(file_town)] == [24, 25]


def test_nobody_is_mailed_about_what_they_did_themselves(file_town: Town) -> None:
    mine_ = logged(file_town)
    with file_town.committed("worker") as work:
        withdraw(work, mine_)
    signal_id = logged(file_town, "coordinator")
    with file_town.committed("coordinator") as work:
        take(work, signal_id)
    assert waiting(file_town) == []


def test_what_was_tried_already_doesnt_serve_for_what_came_later(file_town: Town) -> None:
    person = file_town.people["manager"].account_id
    for tries in (1, 0, 0):
        with file_town.committed() as work:
            queue(work, MailKind.KEY_HOLDERS_FEW, person)
            if tries:
                work.data.scalars(select(OutboxMail)).one().tries = tries
    assert len(waiting(file_town)) == 2


def test_a_mail_has_one_receiver(file_town: Town) -> None:
    person = file_town.people["manager"].account_id
    with file_town.work() as work:
        for receiver in ({}, {"account_id": person, "address": "a@elders.test"}):
            with pytest.raises(ValueError, match="one receiver"):
                queue(work, MailKind.KEYS_RECOVERED, **receiver)


def test_what_is_rolled_back_is_not_mailed(file_town: Town) -> None:
    with file_town.work() as work:
        queue(work, MailKind.KEYS_RECOVERED, file_town.people["manager"].account_id)
    assert waiting(file_town) == []
