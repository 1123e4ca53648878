"""A reporter is reminded once on the day that the question set, whatever is decided since."""

from datetime import timedelta
from uuid import UUID

import pytest
from kit.cards import later
from kit.settings import decided
from kit.signals import row_of, taken
from kit.town import Town

from signalering.domain.commands.signals.ask import AskReporter
from signalering.domain.commands.signals.reply import ReplyToCoordinator
from signalering.models.signals.entries import ThreadEntry
from signalering.models.signals.signal import Signal
from signalering.services.sealing import seal_payload
from signalering.services.signals.ask import ask
from signalering.services.signals.remind_reporters import remind_reporters
from signalering.services.signals.reply import own_thread, reply
from signalering.services.signals.thread import thread_entries, thread_key
from signalering.vault.seals import Slot

pytestmark = pytest.mark.one_engine

ANSWER, REMINDER = "question_working_days", "question_reminder_working_days"


def asked(town: Town) -> UUID:
    """A question of Monday 23 November 2026."""
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, "Komt er iemand langs?", is_question=True))
    return signal_id


def told(town: Town, days: int) -> list[int]:
    """How many are reminded on each of the days that come."""
    counts = []
    for _ in range(days):
        later(town, timedelta(days=1))
        with town.committed("coordinator") as work:
            counts.append(remind_reporters(work))
    return counts


def test_on_the_fifth_working_day(file_town: Town) -> None:
    asked(file_town)
    assert told(file_town, 8) == [0, 0, 0, 0, 0, 0, 1, 0]


@pytest.mark.parametrize(
    ("name", "value"), [(ANSWER, "6"), (ANSWER, "20"), (REMINDER, "1"), (REMINDER, "2")]
)
def test_an_open_question_keeps_its_day_when_a_term_changes(
    file_town: Town, name: str, value: str
) -> None:
    signal_id = asked(file_town)
    due = row_of(file_town, signal_id).deadline_on
    decided(file_town, name, value)
    assert told(file_town, 8) == [0, 0, 0, 0, 0, 0, 1, 0]
    assert row_of(file_town, signal_id).deadline_on == due
    with file_town.committed("worker") as work:
        assert own_thread(work, signal_id).answer_by == due


def test_a_question_asked_afterwards_follows_the_new_terms(file_town: Town) -> None:
    decided(file_town, ANSWER, "20")
    decided(file_town, REMINDER, "2")
    asked(file_town)
    assert told(file_town, 4) == [0, 1, 0, 0]


def test_a_change_after_the_reminder_brings_no_second_one(file_town: Town) -> None:
    asked(file_town)
    assert sum(told(file_town, 7)) == 1
    decided(file_town, ANSWER, "20")
    decided(file_town, REMINDER, "1")
    assert sum(told(file_town, 5)) == 0


def test_days_on_which_nobody_looked_are_caught_up(file_town: Town) -> None:
    asked(file_town)
    later(file_town, timedelta(days=9))
    assert told(file_town, 2) == [1, 0]


def test_another_question_has_its_own_day(file_town: Town) -> None:
    signal_id = asked(file_town)
    assert sum(told(file_town, 7)) == 1
    with file_town.committed("worker") as work:
        reply(work, ReplyToCoordinator(signal_id, "Ja, elke week."))
    decided(file_town, REMINDER, "1")
    with file_town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, "En in de zomer?", is_question=True))
    assert told(file_town, 2) == [1, 0]


def test_a_question_from_before_days_were_kept_counts_from_its_own_day(file_town: Town) -> None:
    signal_id = asked(file_town)
    with file_town.committed("coordinator") as work:
        signal = work.data.get_one(Signal, signal_id)
        key = thread_key(work, signal)
        number, payload = next(
            one for one in thread_entries(work, signal, key) if one[1]["kind"] == "question"
        )
        del payload["remind_on"]
        slot = Slot(ThreadEntry.__tablename__, "sealed", signal_id, number)
        row = work.data.get_one(ThreadEntry, (signal_id, number))
        row.sealed = seal_payload(key, slot, payload)
    decided(file_town, ANSWER, "20")
    assert told(file_town, 8) == [0, 0, 0, 0, 0, 0, 1, 0]
