"""A reporter finds all of one's own signals, nobody else's, and sees no more than is published."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from kit.cards import left, with_card
from kit.signals import a_signal, logged, row_of, taken
from kit.town import Town

from signalering.domain.commands.signals.ask import AskReporter
from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.errors import Denied, NotAllowedNow, NotFound
from signalering.domain.states import FeedbackLine, ReporterStatus, SignalState
from signalering.domain.views.signals.mine import MySignal
from signalering.models.signals.signal import Signal
from signalering.services.signals.ask import ask
from signalering.services.signals.close import close
from signalering.services.signals.expire import expire
from signalering.services.signals.hand_back import hand_back
from signalering.services.signals.log import log
from signalering.services.signals.mine import mine
from signalering.services.signals.own import BLOCK
from signalering.services.signals.receipt import receipt
from signalering.services.signals.reply import own_thread
from signalering.services.signals.show import open_record
from signalering.services.signals.take import take
from signalering.services.signals.thread import thread_entries, thread_key
from signalering.services.signals.withdraw import withdraw

# Of a question that was asked on 23 November, a Monday.
LAST_DAY = datetime(2026, 12, 7, 22, 30, tzinfo=UTC)
DAY_AFTER = datetime(2026, 12, 7, 23, 0, tzinfo=UTC)


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


def asked(town: Town, *, card: bool) -> tuple[UUID, str]:
    """A signal in hand with a question to its reporter, and its resident's card."""
    signal_id, code = with_card(town, in_triage=True) if card else (taken(town), "")
    with town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, "Is er een buurvrouw?", is_question=True))
    return signal_id, code


def expired(town: Town, moment: datetime) -> None:
    """The timer runs at this moment."""
    town.clock.move_to(moment)
    with town.committed() as work:
        expire(work)


def test_after_its_last_day_a_question_reads_the_same_whatever_the_resident_did(town: Town) -> None:
    goes_on, code = asked(town, card=True)
    ends, _ = asked(town, card=False)
    left(town, code)
    at(town, 24, 7)
    assert {one.status for one in shown(town)} == {ReporterStatus.QUESTION_FOR_YOU}
    expired(town, LAST_DAY)
    assert {one.status for one in shown(town)} == {ReporterStatus.QUESTION_FOR_YOU}
    expired(town, DAY_AFTER)
    assert (row_of(town, goes_on).state, row_of(town, ends).state) == ("in_triage", "expired")
    seen = {(one.status, one.can_withdraw, one.can_add_details) for one in shown(town)}
    assert seen == {(ReporterStatus.NOT_PICKED_UP, False, True)}
    with town.committed("worker") as work:
        threads = [own_thread(work, one) for one in (goes_on, ends)]
    assert len({(one.status, one.is_asked, one.can_write) for one in threads}) == 1
    with town.work("worker") as work, pytest.raises(NotAllowedNow):
        withdraw(work, goes_on)


def test_its_keeper_goes_on_and_that_shows_on_the_next_morning(town: Town) -> None:
    signal_id, code = asked(town, card=True)
    left(town, code)
    expired(town, DAY_AFTER)
    for key in ("other_coordinator", "coordinator", "coordinator"):
        with town.committed(key) as work:
            open_record(work, signal_id)
    assert one(town)[0] is ReporterStatus.NOT_PICKED_UP
    town.clock.move_to(DAY_AFTER + timedelta(days=1, hours=7))
    assert one(town)[0] is ReporterStatus.PICKED_UP
    with town.work("coordinator", writes=False) as work:
        signal = work.data.get_one(Signal, signal_id)
        rows = thread_entries(work, signal, thread_key(work, signal))
    said = [entry["status"] for _, entry in rows if entry["kind"] == "status"]
    assert said == ["picked_up", "question_for_you", "not_picked_up", "picked_up"], "told once"


def test_what_comes_back_after_that_shows_when_somebody_takes_it(town: Town) -> None:
    signal_id, code = asked(town, card=True)
    expired(town, DAY_AFTER)
    left(town, code)
    assert row_of(town, signal_id).state == SignalState.NEW
    assert one(town)[0] is ReporterStatus.NOT_PICKED_UP
    with town.work("worker") as work, pytest.raises(NotAllowedNow):
        withdraw(work, signal_id)
    with town.committed("coordinator") as work:
        take(work, signal_id)
    assert one(town)[0] is ReporterStatus.NOT_PICKED_UP
    town.clock.move_to(DAY_AFTER + timedelta(days=1, hours=7))
    assert one(town)[0] is ReporterStatus.PICKED_UP
