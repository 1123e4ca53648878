"""Both sides see that something new was written, until they open it; no row or column tells."""

from datetime import UTC, datetime
from uuid import UUID

from kit.signals import a_signal, logged, row_of, taken
from kit.town import Town
from sqlalchemy import func, select

from signalering.domain.commands.signals.ask import AskReporter
from signalering.domain.commands.signals.inbox import AskInbox, InboxFilter
from signalering.domain.commands.signals.reply import ReplyToCoordinator
from signalering.models.signals.entries import ThreadEntry
from signalering.services.opened import Opened
from signalering.services.signals.ask import ask
from signalering.services.signals.inbox import inbox
from signalering.services.signals.mine import mine
from signalering.services.signals.reply import own_thread, reply
from signalering.services.signals.reporter_key import is_reporters
from signalering.services.signals.show import open_record
from signalering.services.signals.thread import thread_key
from signalering.vault.users import public_key

MORNING = datetime(2026, 11, 24, 7, tzinfo=UTC)


def told_reporter(town: Town, key: str = "worker") -> set[UUID]:
    with town.work(key, writes=False) as work:
        return {one.signal_id for one in mine(work) if one.unread}


def told_keeper(town: Town, queue: InboxFilter = InboxFilter.MINE) -> set[UUID]:
    with town.committed("coordinator") as work:
        return {row.signal_id for row in inbox(work, AskInbox(queue)).rows if row.unread}


def opens(town: Town, signal_id: UUID, key: str) -> None:
    with town.committed(key) as work:
        (open_record if "coordinator" in key else own_thread)(work, signal_id)


def asks(town: Town, signal_id: UUID, text: str = "Komt er iemand langs?") -> None:
    with town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, text))


def replies(town: Town, signal_id: UUID, text: str = "Ja, elke week.") -> None:
    with town.committed("worker") as work:
        reply(work, ReplyToCoordinator(signal_id, text))


def rows(town: Town, signal_id: UUID) -> int:
    with town.work(writes=False) as work:
        query = select(func.count()).select_from(ThreadEntry)
        return work.data.scalar(query.where(ThreadEntry.signal_id == signal_id)) or 0


def test_new_for_the_reporter_from_the_morning_on_until_it_is_opened(town: Town) -> None:
    signal_id, other = taken(town), logged(town, command=a_signal())
    asks(town, signal_id)
    assert told_reporter(town) == set(), "not before it shows"
    opens(town, signal_id, "worker")
    town.clock.move_to(MORNING)
    assert told_reporter(town) == {signal_id}, "who looked too early has not read it"
    before = rows(town, signal_id)
    opens(town, signal_id, "worker")
    assert told_reporter(town) == set()
    assert rows(town, signal_id) == before, "reading leaves no row"
    assert other not in told_reporter(town)


def test_new_for_the_keeper_at_once_and_a_colleague_who_looks_leaves_it_new(town: Town) -> None:
    signal_id = taken(town)
    assert told_keeper(town) == set()
    replies(town, signal_id)
    assert told_keeper(town) == {signal_id}
    opens(town, signal_id, "other_coordinator")
    assert told_keeper(town) == {signal_id}
    opens(town, signal_id, "coordinator")
    assert told_keeper(town) == set()
    replies(town, signal_id, "En nog iets.")
    assert told_keeper(town) == {signal_id}


def test_one_side_reading_is_not_the_other_side_reading(town: Town) -> None:
    signal_id = taken(town)
    replies(town, signal_id)
    asks(town, signal_id)
    town.clock.move_to(MORNING)
    opens(town, signal_id, "worker")
    assert told_keeper(town) == {signal_id}
    opens(town, signal_id, "coordinator")
    asks(town, signal_id, "Nog een vraagje.")
    town.clock.move_to(datetime(2026, 11, 25, 7, tzinfo=UTC))
    assert (told_keeper(town), told_reporter(town)) == (set(), {signal_id})


def test_reading_keeps_whose_key_the_thread_is_sealed_to(town: Town) -> None:
    signal_id = taken(town)
    replies(town, signal_id)
    opens(town, signal_id, "coordinator")
    with town.work("coordinator", writes=False) as work:
        key = thread_key(work, row_of(town, signal_id))
        public = public_key(town.people["worker"].secret)
        assert is_reporters(work, signal_id, key, public)


def test_without_open_keys_the_queue_still_shows(file_town: Town) -> None:
    signal_id = taken(file_town)
    replies(file_town, signal_id)
    with file_town.committed("coordinator") as work:
        work.opened = Opened(work.by().account_id, None)
        listed = inbox(work, AskInbox(InboxFilter.MINE)).rows
    assert [(row.signal_id, row.unread) for row in listed] == [(signal_id, False)]
