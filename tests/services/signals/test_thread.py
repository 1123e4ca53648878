"""Coordinator and reporter write to each other, sealed to both; a question is waited for."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from kit.cards import later
from kit.signals import a_signal, logged, row_of, taken
from kit.town import Town
from kit.trail import entries
from sqlalchemy import delete, select

from signalering.domain.commands.signals.ask import AskReporter
from signalering.domain.commands.signals.ask_both import AskBothReporters
from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.commands.signals.reopen import ReopenSignal
from signalering.domain.commands.signals.reply import ReplyToCoordinator
from signalering.domain.errors import CannotOpen, Denied, InvalidInput, NotAllowedNow, NotFound
from signalering.domain.states import ReporterStatus, SignalState
from signalering.domain.views.signals.note import NoteIdentifies
from signalering.domain.views.signals.reply import OwnThread
from signalering.models.network.outbox import OutboxMail
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.services.accounts.deactivate import deactivate
from signalering.services.signals.ask import ask
from signalering.services.signals.ask_both import ask_both, pair
from signalering.services.signals.close import close, repeated
from signalering.services.signals.expire import expire
from signalering.services.signals.mine import mine
from signalering.services.signals.remind_reporters import remind_reporters
from signalering.services.signals.reopen import reopen
from signalering.services.signals.reply import own_thread, reply
from signalering.services.signals.resume import resume
from signalering.services.signals.show import open_record
from signalering.services.signals.take import take
from signalering.services.signals.withdraw import withdraw

QUESTION = "Is er ook een buurvrouw die helpt?"
MORNING = datetime(2026, 11, 24, 7, tzinfo=UTC)


def asked(town: Town) -> UUID:
    """A signal whose reporter was asked something that shows by now."""
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, QUESTION, is_question=True))
    town.clock.move_to(MORNING)
    return signal_id


def seen(town: Town, signal_id: UUID, key: str = "worker") -> OwnThread:
    with town.committed(key) as work:
        return own_thread(work, signal_id)


def answer(town: Town, signal_id: UUID, text: str = "Ja, die komt elke week.") -> None:
    with town.committed("worker") as work:
        reply(work, ReplyToCoordinator(signal_id, text))


def mails(town: Town) -> list[UUID | None]:
    with town.work(writes=False) as work:
        return list(work.data.scalars(select(OutboxMail.account_id)))


def test_a_question_waits_for_ten_working_days(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, QUESTION, is_question=True))
    row = row_of(town, signal_id)
    assert (row.state, row.deadline_kind) == (SignalState.QUESTION_ASKED, "answer")
    assert row.owner_id == town.people["coordinator"].account_id
    with town.work(writes=False) as work:
        assert row.deadline_on == work.calendar.add_working_days(work.clock.today(), 10)


def test_it_shows_on_the_next_working_morning_and_a_mail_says_that_something_waits(
    town: Town,
) -> None:
    signal_id = taken(town)
    with town.committed() as work:
        work.data.execute(delete(OutboxMail))
    with town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, QUESTION, is_question=True))
    before = seen(town, signal_id)
    assert (before.messages, before.is_asked, before.answer_by) == ((), False, None)
    assert mails(town) == [town.people["worker"].account_id]
    town.clock.move_to(MORNING)
    shown = seen(town, signal_id)
    assert [message.text for message in shown.messages] == [QUESTION]
    assert (shown.status, shown.is_asked) == (ReporterStatus.QUESTION_FOR_YOU, True)
    assert shown.answer_by == row_of(town, signal_id).deadline_on
    assert shown.messages[0].author == "", "who wrote is not said"


def test_the_answer_lets_it_go_on_and_its_owner_hears(town: Town) -> None:
    signal_id = asked(town)
    with town.committed() as work:
        work.data.execute(delete(OutboxMail))
    answer(town, signal_id)
    row = row_of(town, signal_id)
    assert (row.state, row.deadline_kind) == (SignalState.IN_TRIAGE, "triage")
    assert row.owner_id == town.people["coordinator"].account_id
    assert mails(town) == [row.owner_id]
    assert seen(town, signal_id).status is ReporterStatus.PICKED_UP, "one's own step shows at once"
    with town.committed("coordinator") as work:
        record = open_record(work, signal_id)
    assert [(one.kind, one.from_reporter) for one in record.messages] == [
        ("question", False),
        ("answer", True),
    ]
    assert record.messages[0].author


def test_whoever_writes_before_seeing_the_question_has_not_answered(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, QUESTION, is_question=True))
    answer(town, signal_id, "Nog iets: ze is vaak bij de bieb.")
    assert row_of(town, signal_id).state == SignalState.QUESTION_ASKED
    town.clock.move_to(MORNING)
    assert seen(town, signal_id).is_asked


def test_an_answer_by_phone_goes_on_too(town: Town) -> None:
    signal_id = asked(town)
    with town.committed("coordinator") as work:
        resume(work, signal_id)
    assert row_of(town, signal_id).state == SignalState.IN_TRIAGE
    later(town, timedelta(days=1))
    shown = seen(town, signal_id)
    assert (shown.status, shown.is_asked) == (ReporterStatus.PICKED_UP, False)


def test_nobody_else_reads_or_writes(town: Town) -> None:
    signal_id = asked(town)
    with town.work("other_worker") as work:
        with pytest.raises(NotFound):
            own_thread(work, signal_id)
        with pytest.raises(NotFound):
            reply(work, ReplyToCoordinator(signal_id, "Hallo"))
    with town.work("other_coordinator") as work, pytest.raises(Denied):
        ask(work, AskReporter(signal_id, "Ook een vraag"))
    for key in ("manager", "administrator", "privacy_officer"):
        with town.work(key) as work, pytest.raises((Denied, CannotOpen, NotFound)):
            own_thread(work, signal_id)


@pytest.mark.one_engine
@pytest.mark.parametrize(
    "text",
    ["Bel 06 12345678 maar.", "Ze woont op de Havenstraat 12.", "Mail naar ze@voorbeeld.test"],
)
def test_a_reply_that_identifies_is_refused_and_nothing_is_kept(town: Town, text: str) -> None:
    signal_id = asked(town)
    with town.work("worker") as work, pytest.raises(NoteIdentifies) as refused:
        reply(work, ReplyToCoordinator(signal_id, text))
    assert refused.value.field == "text"
    assert len(seen(town, signal_id).messages) == 1


@pytest.mark.one_engine
@pytest.mark.parametrize("text", ["", "  \n ", "x" * 1001])
def test_nothing_and_too_much_are_refused(town: Town, text: str) -> None:
    signal_id = asked(town)
    with town.work("worker") as work, pytest.raises(InvalidInput):
        reply(work, ReplyToCoordinator(signal_id, text))
    with town.committed("coordinator") as work:
        resume(work, signal_id)
    with town.work("coordinator") as work, pytest.raises(InvalidInput):
        ask(work, AskReporter(signal_id, text))


def test_a_finished_signal_takes_no_words(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        close(work, CloseSignal(signal_id, "advice_given"))
    with town.work("worker") as work, pytest.raises(NotAllowedNow):
        reply(work, ReplyToCoordinator(signal_id, "Nog iets"))
    with town.work("coordinator") as work, pytest.raises(Denied):
        ask(work, AskReporter(signal_id, "Nog iets"))
    assert seen(town, signal_id).can_write, "that it ended shows tomorrow, not by a missing field"
    town.clock.move_to(MORNING)
    assert not seen(town, signal_id).can_write


def test_halfway_the_reporter_is_reminded_once(town: Town) -> None:
    signal_id = asked(town)
    with town.committed("coordinator") as work:
        assert remind_reporters(work) == 0
    later(town, timedelta(days=7))
    with town.committed() as work:
        work.data.execute(delete(OutboxMail))
    with town.committed("coordinator") as work:
        assert remind_reporters(work) == 1
    with town.committed("coordinator") as work:
        assert remind_reporters(work) == 0
    assert mails(town) == [town.people["worker"].account_id]
    assert len(entries(town, "reporter_reminded")) == 1
    assert len(seen(town, signal_id).messages) == 1


def test_without_an_answer_it_ends(town: Town) -> None:
    signal_id = asked(town)
    later(town, timedelta(days=15))
    with town.committed() as work:
        assert expire(work) == 1
    with town.work("worker") as work, pytest.raises(NotAllowedNow):
        reply(work, ReplyToCoordinator(signal_id, "Te laat"))
    with town.work("worker", writes=False) as work:
        (one,) = mine(work)
        assert one.status is ReporterStatus.NOT_PICKED_UP
    assert not seen(town, signal_id).can_write


def test_what_is_written_lies_sealed(town: Town) -> None:
    signal_id = asked(town)
    answer(town, signal_id)
    with town.work(writes=False) as work:
        query = select(ThreadEntry.sealed).where(ThreadEntry.signal_id == signal_id)
        sealed = work.data.scalars(query).all()
    for word in ("buurvrouw", "elke week"):
        assert not any(word.encode() in one for one in sealed)


def test_both_reporters_are_asked_in_one_step(town: Town) -> None:
    first = taken(town)
    second = logged(town, "other_worker", a_signal())
    with town.committed("coordinator") as work:
        assert [one for one, _ in pair(work, first)] == [second]
        ask_both(work, AskBothReporters(first, second, "Is er nog iemand betrokken?"))
    town.clock.move_to(MORNING)
    for signal_id, key in ((first, "worker"), (second, "other_worker")):
        assert row_of(town, signal_id).state == SignalState.QUESTION_ASKED
        (message,) = seen(town, signal_id, key).messages
        assert "betrokken" in message.text
    assert len(entries(town, "reporter_written_to")) == 2


def test_a_colleagues_signal_and_an_unlike_one_are_not_asked_about(town: Town) -> None:
    first = taken(town)
    colleagues = taken(town, "other_coordinator")
    unlike = logged(town, command=a_signal(age_band="18-34"))
    for other in (colleagues, unlike, first):
        with town.work("coordinator") as work, pytest.raises(InvalidInput):
            ask_both(work, AskBothReporters(first, other, "Is er nog iemand betrokken?"))


def test_which_signal_is_repeated_stands_in_both_seals(town: Town) -> None:
    first, second = taken(town), taken(town)
    with town.committed("coordinator") as work:
        assert first in {one for one, _ in repeated(work, second)}
        close(work, CloseSignal(second, "duplicate", duplicate_of=first))
    with town.committed("coordinator") as work:
        assert [(d.signal_id, d.repeats) for d in open_record(work, second).duplicates] == [
            (first, True)
        ]
        assert [(d.signal_id, d.repeats) for d in open_record(work, first).duplicates] == [
            (second, False)
        ]
    third = taken(town)
    for ending, other in (("advice_given", first), ("duplicate", third)):
        with town.work("coordinator") as work, pytest.raises(InvalidInput):
            close(work, CloseSignal(third, ending, duplicate_of=other))


def test_an_answer_to_a_question_whose_keeper_left_lies_in_the_queue(town: Town) -> None:
    signal_id = asked(town)
    with town.committed("administrator") as work:
        deactivate(work, town.people["coordinator"].account_id)
    assert row_of(town, signal_id).owner_id is None
    answer(town, signal_id)
    row = row_of(town, signal_id)
    assert (row.state, row.owner_id) == (SignalState.NEW, None)
    assert seen(town, signal_id).status is ReporterStatus.RECEIVED
    with town.committed("other_coordinator") as work:
        take(work, signal_id)
        assert [one.text for one in open_record(work, signal_id).messages][-1].startswith("Ja")


@pytest.mark.parametrize("damaged", [ThreadEntry, TriageEntry])
def test_a_damaged_one_keeps_no_other_from_being_reminded(
    town: Town, damaged: type[ThreadEntry | TriageEntry]
) -> None:
    whole, broken = sorted([asked(town), asked(town)], reverse=True)
    with town.committed() as work:
        first = work.data.get_one(damaged, (broken, 1))
        first.sealed = bytes(len(first.sealed))
    later(town, timedelta(days=7))
    with town.committed("coordinator") as work:
        assert remind_reporters(work) == 1
    with town.committed("coordinator") as work:
        assert remind_reporters(work) == 0
    assert [one["object"] for one in entries(town, "reporter_reminded")] == [str(whole)]


def test_a_colleague_who_opens_the_inbox_reminds_too(town: Town) -> None:
    signal_id = asked(town)
    later(town, timedelta(days=7))
    with town.committed("other_coordinator") as work:
        assert remind_reporters(work) == 1
    with town.committed("coordinator") as work:
        assert remind_reporters(work) == 0
    assert row_of(town, signal_id).state == SignalState.QUESTION_ASKED


def test_two_signals_never_repeat_each_other(town: Town) -> None:
    first, second, withdrawn = taken(town), taken(town), logged(town)
    with town.committed("worker") as work:
        withdraw(work, withdrawn)
    with town.committed("coordinator") as work:
        close(work, CloseSignal(second, "duplicate", duplicate_of=first))
    for other in (second, withdrawn):
        with town.work("coordinator") as work, pytest.raises(InvalidInput) as refused:
            close(work, CloseSignal(first, "duplicate", duplicate_of=other))
        assert refused.value.code == "repeats_nothing"


def test_an_expired_question_can_be_taken_up_with_a_reason_and_asked_again(town: Town) -> None:
    signal_id = asked(town)
    later(town, timedelta(days=15))
    with town.committed() as work:
        expire(work)
    with town.committed("coordinator") as work:
        reopen(work, ReopenSignal(signal_id, "asked_again"))
        ask(work, AskReporter(signal_id, "Nog één keer: komt er iemand?", is_question=True))
    later(town, timedelta(days=1))
    assert seen(town, signal_id).is_asked
    answer(town, signal_id)
    assert row_of(town, signal_id).state == SignalState.IN_TRIAGE
