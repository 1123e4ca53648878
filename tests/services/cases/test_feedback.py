"""Feedback: one line, once, and no more than the resident allowed; on the signal nothing shows."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from kit import trail
from kit.cards import ADDRESS, left, with_card
from kit.cases import case_in, case_row, closed_case, do, told, version
from kit.rights import informed
from kit.signals import logged, row_of
from kit.town import Town
from sqlalchemy import select, update

from signalering.domain.commands.cases.close import CloseCase
from signalering.domain.commands.cases.consent import RecordConsent
from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.consent import CASE_TEXTS, TELLS_MORE, TEXT_NOW
from signalering.domain.errors import Conflict, Denied, InvalidInput, NotAllowedNow
from signalering.domain.states import (
    CaseOutcome,
    CaseState,
    ConsentScope,
    ConsentWay,
    FeedbackLine,
    NoFeedback,
    ReporterStatus,
)
from signalering.domain.views.signals.note import NoteIdentifies
from signalering.models.network.outbox import OutboxMail
from signalering.models.signals.entries import ThreadEntry
from signalering.models.signals.signal import Signal
from signalering.services.cases.close import close, closing
from signalering.services.cases.consent import consent
from signalering.services.cases.feedback import feedback, giving
from signalering.services.cases.move import move
from signalering.services.cases.open import open as open_case
from signalering.services.cases.reopen import reopen
from signalering.services.cases.withdraw_consent import withdraw_consent
from signalering.services.public.withdraw import withdraw
from signalering.services.signals.mine import mine
from signalering.services.signals.reply import own_thread
from signalering.services.signals.take import take

SPOKEN = ConsentWay.SPOKEN_TO_COORDINATOR
LINE = FeedbackLine.KEEP_TALKING
MESSAGE = "Dank je. We gaan samen verder kijken."


def agreed(town: Town, case_id: UUID, text: str = TEXT_NOW[ConsentScope.TELL_REPORTER]) -> None:
    """The resident lets the reporter be told."""
    do(
        town,
        lambda w: consent(
            w,
            RecordConsent(case_id, version(w, case_id), ConsentScope.TELL_REPORTER, SPOKEN, text),
        ),
    )


def ended(town: Town, *, text: str = "", line: FeedbackLine | None = None) -> UUID:
    """A case that was closed, of a resident who knew of it and agreed to this text."""
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    informed(town, case_id)
    if text:
        agreed(town, case_id, text)
    outcome = CaseOutcome.OWN_STRENGTH
    do(town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome, line)))
    return case_id


def give(town: Town, case_id: UUID, key: str = "coordinator", **said: Any) -> None:
    """Give feedback as a form that was just shown would."""
    do(town, lambda w: feedback(w, GiveFeedback(case_id, version(w, case_id), **said)), key)


def signal_of(town: Town, case_id: UUID) -> UUID:
    """Out of the seal."""
    return UUID(told(town, case_id)[0]["signal"])


def seen(town: Town) -> tuple[ReporterStatus, FeedbackLine | None]:
    """What the worker sees of the one signal."""
    with town.work("worker", writes=False) as work:
        (one,) = mine(work)
    return one.status, one.line


def messages(town: Town, case_id: UUID) -> list[str]:
    """What the worker reads."""
    signal_id = signal_of(town, case_id)
    with town.committed("worker") as work:
        return [one.text for one in own_thread(work, signal_id).messages]


def mails(town: Town) -> list[UUID]:
    """To whom mails wait."""
    with town.work(writes=False) as work:
        return list(work.data.scalars(select(OutboxMail.account_id)))


def thread(town: Town, signal_id: UUID) -> list[tuple[int, int]]:
    """Numbers and sizes of a thread's rows: what anybody sees who has the database."""
    with town.work(writes=False) as work:
        rows = work.data.scalars(
            select(ThreadEntry)
            .where(ThreadEntry.signal_id == signal_id)
            .order_by(ThreadEntry.number)
        )
        return [(row.number, len(row.sealed)) for row in rows]


def tomorrow(town: Town) -> None:
    """The next working day, some time after seven."""
    town.clock.move_to(datetime(2026, 11, 24, 7, 0, tzinfo=UTC))


def test_the_reporter_sees_it_from_the_next_working_day_with_a_mail(town: Town) -> None:
    case_id = ended(town)
    tomorrow(town)
    assert seen(town) == (ReporterStatus.FINISHED, None)
    before = len(mails(town))
    give(town, case_id, line=LINE)
    assert mails(town)[before:] == [town.people["worker"].account_id]
    assert seen(town) == (ReporterStatus.FINISHED, None)
    town.clock.move_to(datetime(2026, 11, 25, 5, 59, tzinfo=UTC))
    assert seen(town) == (ReporterStatus.FINISHED, None)
    town.clock.move_to(datetime(2026, 11, 25, 6, 0, tzinfo=UTC))
    assert seen(town) == (ReporterStatus.FINISHED, LINE)
    case = case_row(town, case_id)
    assert (case.state, case.deadline_on, case.deadline_kind) == (CaseState.CLOSED, None, None)
    assert told(town, case_id)[-1]["line"] == LINE
    (entry,) = trail.entries(town, "feedback_given")
    assert entry["details"] == {"signal_id": str(signal_of(town, case_id)), "feedback": LINE.value}


def test_it_can_be_given_with_closing(town: Town) -> None:
    case_id = ended(town, line=LINE)
    assert case_row(town, case_id).deadline_on is None
    tomorrow(town)
    assert seen(town) == (ReporterStatus.FINISHED, LINE)


@pytest.mark.parametrize("with_closing", [True, False])
def test_in_one_dump_nothing_of_it_shows_on_the_signal(town: Town, with_closing: bool) -> None:
    """No row, no size, no column and no day: else a signal would tell how its case stands."""
    case_id = case_in(town, CaseState.IN_CONVERSATION)
    signal_id = signal_of(town, case_id)
    row, rows = row_of(town, signal_id), thread(town, signal_id)
    line = LINE if with_closing else None
    outcome = CaseOutcome.OWN_STRENGTH
    do(town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome, line)))
    if not with_closing:
        give(town, case_id, line=FeedbackLine.CALL_US)
    after = row_of(town, signal_id)
    assert thread(town, signal_id) == rows
    columns = [column.key for column in Signal.__table__.columns]
    assert [getattr(after, name) for name in columns] == [getattr(row, name) for name in columns]


def test_once_is_all(town: Town) -> None:
    case_id = ended(town)
    stale = case_row(town, case_id).version
    give(town, case_id, line=LINE)
    with pytest.raises(NotAllowedNow):
        give(town, case_id, line=FeedbackLine.THANKS)
    with pytest.raises(Conflict):
        do(town, lambda w: feedback(w, GiveFeedback(case_id, stale, line=FeedbackLine.THANKS)))
    tomorrow(town)
    assert seen(town)[1] is LINE
    # Taken up and closed once more: the reporter has heard of it.
    do(town, lambda w: reopen(w, ReopenCase(case_id, version(w, case_id), "asked_again")))
    outcome = CaseOutcome.MOVED
    with pytest.raises(InvalidInput, match="feedback_given"):
        do(town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome, LINE)))
    with town.committed("coordinator") as work:
        assert closing(work, case_id).lines == ()
    do(town, lambda w: close(w, CloseCase(case_id, version(w, case_id), CaseOutcome.MOVED)))
    assert case_row(town, case_id).deadline_on is None


def test_only_its_keeper_only_when_closed(file_town: Town) -> None:
    live = case_in(file_town, CaseState.IN_CONVERSATION)
    with pytest.raises(NotAllowedNow):
        give(file_town, live, line=LINE)
    case_id = closed_case(file_town)
    for key in ("other_coordinator", "worker", "manager", "administrator", "privacy_officer"):
        with pytest.raises(Denied):
            give(file_town, case_id, key, line=LINE)
    shut = closed_case(file_town, CaseOutcome.DECEASED)
    with pytest.raises(NotAllowedNow):
        give(file_town, shut, line=LINE)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [("", False), *((text, True) for text in CASE_TEXTS if text.startswith("tell-reporter"))],
)
def test_that_there_was_contact_is_told_with_the_residents_consent_alone(
    file_town: Town, text: str, allowed: bool
) -> None:
    case_id = ended(file_town, text=text)
    with file_town.committed("coordinator") as work:
        assert (FeedbackLine.IN_CONTACT in giving(work, case_id).lines) is allowed
    if allowed:
        give(file_town, case_id, line=FeedbackLine.IN_CONTACT)
        tomorrow(file_town)
        assert seen(file_town)[1] is FeedbackLine.IN_CONTACT
    else:
        with pytest.raises(InvalidInput, match="feedback_needs_consent"):
            give(file_town, case_id, line=FeedbackLine.IN_CONTACT)
        assert case_row(file_town, case_id).deadline_kind == "feedback"


def test_closing_asks_the_same_consent(file_town: Town) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    with file_town.committed("coordinator") as work:
        assert FeedbackLine.IN_CONTACT not in closing(work, case_id).lines
    outcome, line = CaseOutcome.OWN_STRENGTH, FeedbackLine.IN_CONTACT
    with pytest.raises(InvalidInput, match="feedback_needs_consent"):
        do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome, line)))
    assert case_row(file_town, case_id).state == CaseState.IN_CONVERSATION
    agreed(file_town, case_id)
    with file_town.committed("coordinator") as work:
        assert FeedbackLine.IN_CONTACT in closing(work, case_id).lines
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), outcome, line)))
    tomorrow(file_town)
    assert seen(file_town)[1] is line


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", False),
        ("tell-reporter-1", False),
        ("tell-reporter-2", False),
        ("tell-reporter-3", True),
    ],
)
def test_free_words_only_where_the_text_that_was_read_out_allows_them(
    file_town: Town, text: str, allowed: bool
) -> None:
    """The earlier texts promise that nothing more is told."""
    assert frozenset({"tell-reporter-3"}) == TELLS_MORE
    case_id = ended(file_town, text=text)
    with file_town.committed("coordinator") as work:
        assert giving(work, case_id).may_add_words is allowed
    if not allowed:
        with pytest.raises(InvalidInput) as refusal:
            give(file_town, case_id, line=LINE, message=MESSAGE)
        assert (refusal.value.field, refusal.value.code) == ("message", "feedback_needs_consent")
        assert case_row(file_town, case_id).deadline_kind == "feedback"
        return
    give(file_town, case_id, line=LINE, message=MESSAGE)
    assert messages(file_town, case_id) == []
    tomorrow(file_town)
    assert messages(file_town, case_id) == [MESSAGE]
    assert seen(file_town)[1] is LINE


def test_free_words_name_nobody(file_town: Town) -> None:
    case_id = ended(file_town, text="tell-reporter-3")
    with pytest.raises(NoteIdentifies):
        give(file_town, case_id, line=LINE, message="Bel haar op 06 12345678.")
    assert case_row(file_town, case_id).deadline_kind == "feedback"


@pytest.mark.parametrize("scope", [ConsentScope.TELL_REPORTER, ConsentScope.CONTACT])
def test_consent_taken_back_after_closing_takes_the_line_along(
    file_town: Town, scope: ConsentScope
) -> None:
    case_id = ended(file_town, text="tell-reporter-3")
    command = WithdrawConsent(
        case_id, case_row(file_town, case_id).version, scope, SPOKEN, confirmed=True
    )
    do(file_town, lambda w: withdraw_consent(w, command))
    for said in ({"line": FeedbackLine.IN_CONTACT}, {"line": LINE, "message": MESSAGE}):
        with pytest.raises(InvalidInput, match="feedback_needs_consent"):
            give(file_town, case_id, **said)
    give(file_town, case_id, line=LINE)


def test_a_no_by_card_that_nobody_took_in_counts_already(file_town: Town) -> None:
    signal_id, code = with_card(file_town, in_triage=True)
    left(file_town, code)
    with file_town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    to = CaseState.IN_CONVERSATION
    do(file_town, lambda w: move(w, MoveCase(case_id, version(w, case_id), to)))
    agreed(file_town, case_id)
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), CaseOutcome.DECLINED)))
    with file_town.committed() as work:
        withdraw(work, code, ADDRESS)
    with file_town.committed("coordinator") as work:
        view = giving(work, case_id)
    assert FeedbackLine.IN_CONTACT not in view.lines
    assert not view.may_add_words
    for said in ({"line": FeedbackLine.IN_CONTACT}, {"line": LINE, "message": MESSAGE}):
        with pytest.raises(NotAllowedNow, match="resident_wrote"):
            give(file_town, case_id, **said)
    give(file_town, case_id, line=LINE)


@pytest.mark.parametrize("reason", list(NoFeedback))
def test_it_can_be_found_not_needed(file_town: Town, reason: NoFeedback) -> None:
    case_id = ended(file_town)
    before = len(mails(file_town))
    give(file_town, case_id, reason=reason)
    assert len(mails(file_town)) == before
    case = case_row(file_town, case_id)
    assert (case.deadline_on, case.deadline_kind) == (None, None)
    assert told(file_town, case_id)[-1]["reason"] == reason
    tomorrow(file_town)
    assert seen(file_town) == (ReporterStatus.FINISHED, None)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "line"),
        ({"reason": NoFeedback.NO_REPORTER, "line": LINE}, "reason"),
        ({"reason": NoFeedback.NO_REPORTER, "message": MESSAGE}, "reason"),
    ],
)
def test_either_a_line_or_a_reason(file_town: Town, said: dict[str, Any], field: str) -> None:
    case_id = ended(file_town)
    with pytest.raises(InvalidInput) as refusal:
        give(file_town, case_id, **said)
    assert refusal.value.field == field


def test_a_signal_that_came_back_is_seen_to_first(file_town: Town) -> None:
    """Its reporter sees no end of it now, so no word on the end either."""
    signal_id, code = with_card(file_town, in_triage=True)
    with file_town.committed("coordinator") as work:
        case_id = open_case(work, signal_id)
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), CaseOutcome.MOVED)))
    left(file_town, code)
    with pytest.raises(NotAllowedNow, match="signal_came_back"):
        give(file_town, case_id, line=LINE)
    give(file_town, case_id, reason=NoFeedback.KNOWS_ALREADY)


def test_what_its_keeper_reported_is_told_to_nobody(file_town: Town) -> None:
    signal_id = logged(file_town, "coordinator")
    with file_town.committed("coordinator") as work:
        take(work, signal_id)
        case_id = open_case(work, signal_id)
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), CaseOutcome.MOVED)))
    assert case_row(file_town, case_id).deadline_on is None


def test_of_an_erased_signal_nobody_hears(file_town: Town) -> None:
    waiting = ended(file_town)
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    informed(file_town, case_id)
    with file_town.committed() as work:
        work.data.execute(update(Signal).values(thread_key_id=UUID(int=5)))
    with file_town.committed("coordinator") as work:
        assert giving(work, waiting).reason is NoFeedback.SIGNAL_ERASED
    with pytest.raises(NotAllowedNow, match="signal_gone"):
        give(file_town, waiting, line=LINE)
    give(file_town, waiting, reason=NoFeedback.SIGNAL_ERASED)
    do(file_town, lambda w: close(w, CloseCase(case_id, version(w, case_id), CaseOutcome.MOVED)))
    assert case_row(file_town, case_id).deadline_on is None
