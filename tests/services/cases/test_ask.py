"""Through the reporter: a case's keeper writes, the answer stands in the case, until it ends."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from kit.cards import left, with_card
from kit.cases import case_row, do, opened, told, tried, version
from kit.covers import covered
from kit.signals import a_signal, row_of
from kit.town import Town
from sqlalchemy import event, select

from signalering.domain.commands.cases.ask import WriteToReporter
from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.consent import RecordConsent
from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.cases.list import ListCases
from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.commands.signals.reply import ReplyToCoordinator
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow
from signalering.domain.states import (
    AttemptResult,
    CaseOutcome,
    Channel,
    ConsentScope,
    ConsentWay,
    FeedbackLine,
    NoFeedback,
    SignalState,
)
from signalering.domain.views.cases.today import Rank
from signalering.domain.views.signals.note import NoteIdentifies
from signalering.models.cases.case import Case
from signalering.models.network.outbox import OutboxMail
from signalering.models.signals.entries import ThreadEntry
from signalering.services.cases.ask import ask
from signalering.services.cases.close import close
from signalering.services.cases.consent import consent
from signalering.services.cases.feedback import feedback
from signalering.services.cases.list import list_cases
from signalering.services.cases.open import open as open_case
from signalering.services.cases.reopen import reopen
from signalering.services.cases.show import open_record
from signalering.services.cases.talk import answered
from signalering.services.cases.today import today
from signalering.services.retention.erase_case import erase_case
from signalering.services.signals.mine import mine
from signalering.services.signals.reply import own_thread, reply

QUESTION = "Wil je vragen of een belletje goed is?"
ANSWER = "Ja, een belletje mag. Liefst in de ochtend."


def anonymous(town: Town) -> UUID:
    """A case without details."""
    return opened(town, command=a_signal())


def write(town: Town, case_id: UUID, text: str = QUESTION, key: str = "coordinator") -> None:
    """Write to the reporter."""
    do(town, lambda w: ask(w, WriteToReporter(case_id, version(w, case_id), text)), key)


def answer(town: Town, case_id: UUID, text: str = ANSWER) -> None:
    """The reporter writes back."""
    signal_id = UUID(told(town, case_id)[0]["signal"])
    with town.committed("worker") as work:
        reply(work, ReplyToCoordinator(signal_id, text))


def can_write(town: Town, case_id: UUID) -> bool:
    """Whether the reporter is offered to."""
    signal_id = UUID(told(town, case_id)[0]["signal"])
    with town.committed("worker") as work:
        return own_thread(work, signal_id).can_write


def sizes(town: Town) -> list[int]:
    """Of every row of the threads: what anybody sees who has the database."""
    with town.work(writes=False) as work:
        return sorted(len(row.sealed) for row in work.data.scalars(select(ThreadEntry)))


def on(town: Town, day: int) -> None:
    """Some time after seven on a day of this November."""
    town.clock.move_to(datetime(2026, 11, day, 8, 0, tzinfo=UTC))


def news(town: Town) -> bool:
    """Whether the list says so."""
    with town.committed("coordinator") as work:
        (row,) = list_cases(work, ListCases()).rows
    return row.news


def test_without_details_contact_is_sought_through_the_reporter(file_town: Town) -> None:
    case_id = anonymous(file_town)
    with file_town.committed("coordinator") as work:
        view = open_record(work, case_id)
    assert view.next_steps[0].channel == Channel.THROUGH_REPORTER
    assert [step.code for step in view.next_steps] == ["attempt", "details_missing"]
    assert view.may_ask
    for _ in range(3):
        tried(file_town, case_id, AttemptResult.NO_ANSWER, Channel.THROUGH_REPORTER)
    with file_town.committed("coordinator") as work:
        view = open_record(work, case_id)
    assert (view.next_steps[0].code, view.offers_card) == ("close_not_reached", True)


def test_the_reporter_reads_it_the_next_morning_and_answers_into_the_case(town: Town) -> None:
    case_id = anonymous(town)
    signal_id = UUID(told(town, case_id)[0]["signal"])
    on(town, 24)
    write(town, case_id)
    assert not can_write(town, case_id)
    with pytest.raises(NotAllowedNow, match="thread_closed"):
        answer(town, case_id)
    on(town, 25)
    assert can_write(town, case_id)
    assert not news(town)
    answer(town, case_id)
    row = row_of(town, signal_id)
    # It stays finished: in no queue, with no keeper and no day.
    assert (row.state, row.owner_id, row.deadline_on) == (SignalState.CLOSED, None, None)
    assert news(town)
    with town.committed("other_coordinator") as work:
        assert [one.text for one in open_record(work, case_id).messages] == [QUESTION, ANSWER]
    assert news(town), "a colleague who looks along leaves it new"
    with town.committed("coordinator") as work:
        view = open_record(work, case_id)
    assert [(one.from_reporter, one.author) for one in view.messages] == [
        (False, "Cor Dinator"),
        (True, ""),
    ]
    assert not news(town)
    with town.work(writes=False) as work:
        assert town.people["worker"].account_id in work.data.scalars(select(OutboxMail.account_id))


@pytest.mark.parametrize("ending", ["line", "not_needed", "deceased", "duplicate"])
def test_the_talk_ends_with_the_case_and_can_begin_again(file_town: Town, ending: str) -> None:
    case_id = anonymous(file_town)
    write(file_town, case_id)
    on(file_town, 24)
    outcome = CaseOutcome(ending) if ending in set(CaseOutcome) else CaseOutcome.NOT_REACHED
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome)))
    if outcome is CaseOutcome.NOT_REACHED:
        said = (
            {"line": FeedbackLine.THANKS}
            if ending == "line"
            else {"reason": NoFeedback.KNOWS_ALREADY}
        )
        do(file_town, lambda w: feedback(w, GiveFeedback(case_id, version(w, case_id), **said)))
    on(file_town, 25)
    assert not can_write(file_town, case_id)
    with pytest.raises(NotAllowedNow, match="thread_closed"):
        answer(file_town, case_id)
    with pytest.raises(NotAllowedNow):
        write(file_town, case_id)
    do(file_town, lambda w: reopen(w, ReopenCase(case_id, version(w, case_id), "asked_again")))
    write(file_town, case_id)
    on(file_town, 26)
    answer(file_town, case_id)


@pytest.mark.parametrize("text", ["", "tell-reporter-2", "tell-reporter-3"])
def test_once_somebody_spoke_with_the_resident_free_words_need_consent(
    file_town: Town, text: str
) -> None:
    case_id = opened(file_town)
    tried(file_town, case_id, AttemptResult.REACHED)
    if text:
        scope, way = ConsentScope.TELL_REPORTER, ConsentWay.SPOKEN_TO_COORDINATOR
        do(
            file_town,
            lambda w: consent(w, RecordConsent(case_id, version(w, case_id), scope, way, text)),
        )
    allowed = text == "tell-reporter-3"
    with file_town.committed("coordinator") as work:
        assert open_record(work, case_id).may_ask is allowed
    if allowed:
        write(file_town, case_id)
        return
    with pytest.raises(InvalidInput) as refusal:
        write(file_town, case_id)
    assert (refusal.value.field, refusal.value.code) == ("message", "words_after_contact")


def test_words_name_nobody(file_town: Town) -> None:
    case_id = anonymous(file_town)
    before = case_row(file_town, case_id).version
    with pytest.raises(NoteIdentifies):
        write(file_town, case_id, "Bel haar op 06 12345678.")
    assert case_row(file_town, case_id).version == before


def test_only_its_keeper_and_on_the_row_that_was_shown(file_town: Town) -> None:
    case_id = anonymous(file_town)
    for key in ("other_coordinator", "worker", "manager", "administrator"):
        with pytest.raises(Denied):
            write(file_town, case_id, key=key)
    stale = case_row(file_town, case_id).version
    tried(file_town, case_id, channel=Channel.THROUGH_REPORTER)
    with pytest.raises(Conflict):
        do(file_town, lambda w: ask(w, WriteToReporter(case_id, stale, QUESTION)))


def test_a_signal_that_came_back_has_a_talk_of_its_own(file_town: Town) -> None:
    signal_id, code = with_card(file_town, in_triage=True)
    with file_town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    left(file_town, code)
    with pytest.raises(NotAllowedNow, match="signal_came_back"):
        write(file_town, case_id)


def test_the_days_list_says_so_until_it_was_read(town: Town) -> None:
    case_id, quiet = anonymous(town), anonymous(town)
    write(town, case_id)
    on(town, 24)
    answer(town, case_id)
    with town.committed("coordinator") as work:
        rows = {row.case_id: row for row in today(work).cases}
    assert (rows[case_id].reporter_wrote, rows[case_id].rank) == (True, Rank.ANSWER)
    assert not rows[quiet].reporter_wrote
    with town.committed("coordinator") as work:
        open_record(work, case_id)
    with town.committed("coordinator") as work:
        assert not any(row.reporter_wrote for row in today(work).cases)


def test_who_stands_in_has_read_it_then(town: Town) -> None:
    case_id = anonymous(town)
    on(town, 24)
    write(town, case_id)
    on(town, 25)
    answer(town, case_id)
    covered(town)

    def marked() -> bool:
        with town.work("other_coordinator") as work:
            return bool(answered(work, [work.data.get_one(Case, case_id)]))

    assert marked()
    with town.committed("other_coordinator") as work:
        open_record(work, case_id)
    assert not marked(), "as with a signal that is read for a colleague"


def test_looking_for_answers_takes_as_many_statements_for_many(file_town: Town) -> None:
    def statements(cases: list[UUID]) -> int:
        seen: list[str] = []

        def listen(*args: Any) -> None:
            seen.append(args[2])

        with file_town.work("coordinator") as work:
            rows = [work.data.get_one(Case, one) for one in cases]
            for engine in (file_town.house.data, file_town.house.keystore):
                event.listen(engine, "before_cursor_execute", listen)
            found = answered(work, rows)
            for engine in (file_town.house.data, file_town.house.keystore):
                event.remove(engine, "before_cursor_execute", listen)
        assert found == {one for one in cases if one in spoken}
        return len(seen)

    spoken = [anonymous(file_town) for _ in range(4)]
    for case_id in spoken:
        write(file_town, case_id)
    on(file_town, 24)
    for case_id in spoken:
        answer(file_town, case_id)
    assert 0 < statements(spoken[:1]) == statements(spoken)


def test_erasing_a_case_ends_the_talk(town: Town) -> None:
    case_id = anonymous(town)
    write(town, case_id)
    on(town, 24)
    answer(town, case_id)
    signal_id = UUID(told(town, case_id)[0]["signal"])
    reference = case_row(town, case_id).reference
    do(town, lambda w: erase_case(w, reference))
    on(town, 25)
    with town.committed("worker") as work:
        assert not own_thread(work, signal_id).can_write
    with town.committed("worker") as work, pytest.raises(NotAllowedNow, match="thread_closed"):
        reply(work, ReplyToCoordinator(signal_id, ANSWER))


@pytest.mark.parametrize("how", ["closed", "erased"])
def test_a_second_end_stops_the_talk_and_leaves_the_line(file_town: Town, how: str) -> None:
    case_id = anonymous(file_town)
    signal_id = UUID(told(file_town, case_id)[0]["signal"])
    said = CloseCase(case_id, 1, CaseOutcome.NOT_REACHED, FeedbackLine.THANKS)
    do(file_town, lambda w: close(w, said))
    on(file_town, 24)
    do(file_town, lambda w: reopen(w, ReopenCase(case_id, version(w, case_id), "asked_again")))
    write(file_town, case_id)
    on(file_town, 25)
    answer(file_town, case_id)
    reference = case_row(file_town, case_id).reference
    again = CloseCase(case_id, case_row(file_town, case_id).version, CaseOutcome.NOT_REACHED)
    before = sizes(file_town)
    if how == "closed":
        do(file_town, lambda w: close(w, again))
    else:
        do(file_town, lambda w: erase_case(w, reference))
    assert sizes(file_town) == before
    for day in (25, 26):
        on(file_town, day)
        with file_town.committed("worker") as work:
            assert mine(work)[0].line is FeedbackLine.THANKS
    with file_town.committed("worker") as work:
        assert not own_thread(work, signal_id).can_write
