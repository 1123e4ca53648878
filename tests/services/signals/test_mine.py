"""A reporter finds all of one's own signals, nobody else's, and sees no more than is published."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from kit.signals import a_signal, logged, row_of, taken
from kit.town import Town

from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.errors import Denied, NotFound
from signalering.domain.states import FeedbackLine, ReporterStatus, SignalState
from signalering.domain.views.signals.mine import MySignal
from signalering.models.signals.signal import Signal
from signalering.services.signals.close import close
from signalering.services.signals.expire import expire
from signalering.services.signals.hand_back import hand_back
from signalering.services.signals.log import log
from signalering.services.signals.mine import mine
from signalering.services.signals.own import BLOCK
from signalering.services.signals.receipt import receipt
from signalering.services.signals.take import take


def shown(town: Town, key: str = "worker") -> tuple[MySignal, ...]:
    with town.work(key, writes=False) as work:
        return mine(work)


def one(town: Town, key: str = "worker") -> tuple[ReporterStatus, FeedbackLine | None]:
    (found,) = shown(town, key)
    return found.status, found.line


def at(town: Town, day: int, hour: int, minute: int = 0) -> None:
    """A moment of November 2026; Amsterdam is an hour ahead."""
    town.clock.move_to(datetime(2026, 11, day, hour, minute, tzinfo=UTC))


def test_a_change_shows_on_the_next_working_day_at_seven(town: Town) -> None:
    at(town, 27, 9)  # a Friday
    taken(town)
    assert one(town)[0] is ReporterStatus.RECEIVED
    at(town, 30, 5, 59)
    assert one(town)[0] is ReporterStatus.RECEIVED
    at(town, 30, 6)
    assert one(town)[0] is ReporterStatus.PICKED_UP


@pytest.mark.parametrize(
    ("ending", "reason", "status"),
    [
        ("advice_given", None, ReporterStatus.FINISHED),
        ("signposted", None, ReporterStatus.FINISHED),
        ("handed_over", None, ReporterStatus.FINISHED),
        ("duplicate", None, ReporterStatus.NOT_PICKED_UP),
        ("not_suitable", "too_little", ReporterStatus.NOT_PICKED_UP),
    ],
)
def test_an_ending_shows_as_a_word_and_a_line(
    file_town: Town, ending: str, reason: str | None, status: ReporterStatus
) -> None:
    signal_id = taken(file_town)
    with file_town.committed("coordinator") as work:
        close(work, CloseSignal(signal_id, ending, reason, "keep_talking"))
    assert one(file_town) == (ReporterStatus.RECEIVED, None)
    at(file_town, 24, 6)
    assert one(file_town) == (status, FeedbackLine.KEEP_TALKING)


def test_handed_back_before_it_showed_it_was_never_away(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        hand_back(work, signal_id)
    at(town, 24, 6)
    assert one(town)[0] is ReporterStatus.RECEIVED


def test_nothing_asked_is_thanked(town: Town) -> None:
    with town.committed("worker") as work:
        log(work, a_signal(request="none"))
    assert not shown(town)[0].can_withdraw
    at(town, 24, 6)
    assert one(town) == (ReporterStatus.FINISHED, FeedbackLine.THANKS)


def test_what_expired_shows_as_not_picked_up_without_any_key(town: Town) -> None:
    signal_id = taken(town)
    with town.committed() as work:
        row = work.data.get_one(Signal, signal_id)
        row.state, row.deadline_kind = SignalState.QUESTION_ASKED, "answer"
    at(town, 30, 6)
    with town.committed() as work:
        assert expire(work) == 1
    assert one(town)[0] is ReporterStatus.NOT_PICKED_UP


def test_the_offer_to_withdraw_tells_nothing_unpublished(town: Town) -> None:
    signal_id = logged(town)
    before = shown(town)
    with town.committed("coordinator") as work:
        take(work, signal_id)
    assert shown(town) == before


def test_the_day_stays_the_reporters_when_only_its_month_is_left_in_clear(town: Town) -> None:
    older = taken(town)
    with town.committed("worker") as work:
        log(work, a_signal())
    before = shown(town)
    with town.committed("coordinator") as work:
        close(work, CloseSignal(older, "advice_given", None, "keep_talking"))
    assert row_of(town, older).registered_on == date(2026, 11, 1)
    assert [(line.reference, line.registered_on) for line in shown(town)] == [
        (line.reference, line.registered_on) for line in before
    ]


def test_another_worker_sees_none_of_it(town: Town) -> None:
    signal_id = logged(town)
    assert shown(town, "other_worker") == ()
    with town.work("other_worker", writes=False) as work, pytest.raises(NotFound):
        receipt(work, signal_id)
    with town.work("coordinator", writes=False) as work, pytest.raises(NotFound):
        receipt(work, signal_id)
    with town.work("worker", writes=False) as work, pytest.raises(NotFound):
        receipt(work, UUID(int=7))
    with town.work("manager", writes=False) as work, pytest.raises(Denied):
        mine(work)


def test_the_receipt_stays_the_same_whatever_happens(town: Town) -> None:
    signal_id = logged(town)
    with town.work("worker", writes=False) as work:
        before = receipt(work, signal_id)
    with town.committed("coordinator") as work:
        take(work, signal_id)
        close(work, CloseSignal(signal_id, "advice_given"))
    with town.work("worker", writes=False) as work:
        assert receipt(work, signal_id) == before
    assert before.due_on == date(2026, 11, 25)


def test_twenty_five_months_back_and_no_further(file_town: Town) -> None:
    file_town.clock.move_to(datetime(2024, 10, 31, 12, tzinfo=UTC))
    too_old = logged(file_town, "coordinator")
    file_town.clock.move_to(datetime(2024, 11, 1, 12, tzinfo=UTC))
    oldest = logged(file_town, "coordinator")
    file_town.clock.move_to(datetime(2026, 11, 30, 12, tzinfo=UTC))
    newest = logged(file_town, "coordinator")
    found = [row.signal_id for row in shown(file_town, "coordinator")]
    assert found == [newest, oldest]
    assert too_old not in found


def test_all_of_a_busy_month_are_found(file_town: Town) -> None:
    with file_town.committed("worker") as work:
        ids = {log(work, a_signal()).signal_id for _ in range(BLOCK + 1)}
    assert {row.signal_id for row in shown(file_town)} == ids
    with file_town.work("worker", writes=False) as work:
        assert {receipt(work, one_id).signal_id for one_id in ids} == ids


def test_a_lapsed_training_closes_the_form_but_not_the_way_to_ones_own(file_town: Town) -> None:
    file_town.clock.move_to(datetime(2028, 3, 1, 12, tzinfo=UTC))
    signal_id = logged(file_town)
    file_town.clock.move_to(datetime(2028, 5, 1, 12, tzinfo=UTC))
    with file_town.work("worker") as work, pytest.raises(Denied):
        log(work, a_signal())
    assert [row.signal_id for row in shown(file_town)] == [signal_id]
    assert row_of(file_town, signal_id).registered_on == date(2028, 3, 1)
