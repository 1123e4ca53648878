"""Who took a step takes it back, today and once, as long as nothing came after it."""

from dataclasses import replace
from uuid import UUID

import pytest
from kit.cases import case_row, opened, version
from kit.covers import covered, pass_days
from kit.signals import logged, row_of, taken
from kit.town import Town
from kit.trail import entries
from kit.undoing import back_in_queue

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.undo import UndoStep
from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.commands.signals.reopen import ReopenSignal
from signalering.domain.errors import DomainError, NotAllowedNow
from signalering.domain.states import SignalState
from signalering.services.accounts.undo import offer, undo
from signalering.services.cases.hand_back import hand_back as hand_back_case
from signalering.services.signals.close import close
from signalering.services.signals.hand_back import hand_back
from signalering.services.signals.reopen import reopen
from signalering.services.signals.show import open_record
from signalering.services.signals.take import take


def closed(
    town: Town, signal_id: UUID, other: UUID | None = None, ending: str = "duplicate"
) -> UndoStep:
    with town.committed("coordinator") as work:
        had = close(work, CloseSignal(signal_id, ending, duplicate_of=other))
        step = offer(work, AuditAction.SIGNAL_CLOSED, signal_id, had)
    assert step is not None
    return step


def undone(town: Town, step: UndoStep, key: str = "coordinator") -> None:
    with town.committed(key) as work:
        undo(work, step)


def test_a_signal_handed_back_is_in_hand_again_and_one_entry_says_both(town: Town) -> None:
    signal_id = taken(town)
    due = row_of(town, signal_id).deadline_on
    step = back_in_queue(town, signal_id)
    assert step is not None
    before = len(entries(town, "signal_taken"))
    undone(town, step)
    row = row_of(town, signal_id)
    me = town.people["coordinator"].account_id
    assert (row.state, row.owner_id, row.deadline_on) == (SignalState.IN_TRIAGE, me, due)
    assert len(entries(town, "signal_taken")) == before
    (entry,) = entries(town, "signal_step_undone")
    assert entry["object"] == str(signal_id)
    assert entry["details"] == {"step": "signal_handed_back", "back": "signal_taken"}


def test_a_closed_signal_comes_back_and_repeats_nothing_any_more(town: Town) -> None:
    signal_id, other = taken(town), logged(town)
    undone(town, closed(town, signal_id, other))
    assert row_of(town, signal_id).state == SignalState.IN_TRIAGE
    with town.work("coordinator") as work:
        mine, others = open_record(work, signal_id), open_record(work, other)
    assert not mine.duplicates
    assert not others.duplicates
    assert [one.reason for one in mine.history] == [None, "by_mistake"]


def test_what_an_earlier_ending_said_is_not_undone_with_a_later_one(town: Town) -> None:
    signal_id, other = taken(town), logged(town)
    closed(town, signal_id, other)
    with town.committed("coordinator") as work:
        reopen(work, ReopenSignal(signal_id, "new_information"))
    undone(town, closed(town, signal_id, ending="advice_given"))
    with town.work("coordinator") as work:
        shown = [open_record(work, one).duplicates for one in (signal_id, other)]
    assert [len(one) for one in shown] == [1, 1]


def test_a_case_handed_back_is_ones_own_again(town: Town) -> None:
    case_id = opened(town)
    with town.committed("coordinator") as work:
        had = hand_back_case(work, case_id, version(work, case_id))
        step = offer(work, AuditAction.CASE_HANDED_BACK, case_id, had)
    assert step is not None
    undone(town, step)
    assert case_row(town, case_id).owner_id == town.people["coordinator"].account_id
    assert len(entries(town, "case_step_undone")) == 1


def test_it_is_taken_back_once(file_town: Town) -> None:
    step = closed(file_town, taken(file_town))
    undone(file_town, step)
    with file_town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        undo(work, step)


def test_nobody_takes_back_the_step_of_another_or_another_step(file_town: Town) -> None:
    step = closed(file_town, taken(file_town))
    wrong = [
        ("other_coordinator", step),
        ("coordinator", replace(step, number=step.number + 1)),
        ("coordinator", replace(step, object_id=logged(file_town))),
        ("coordinator", replace(step, step=AuditAction.SIGNAL_HANDED_BACK)),
        ("coordinator", replace(step, proof="é")),
    ]
    for key, other in wrong:
        with file_town.work(key) as work, pytest.raises(NotAllowedNow):
            undo(work, other)


def test_what_somebody_did_since_is_not_undone(file_town: Town) -> None:
    signal_id = taken(file_town)
    step = back_in_queue(file_town, signal_id)
    assert step is not None
    with file_town.committed("other_coordinator") as work:
        take(work, signal_id)
    with file_town.work("coordinator") as work, pytest.raises(DomainError):
        undo(work, step)
    back_in_queue(file_town, signal_id, "other_coordinator")
    with file_town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        undo(work, step)


def test_it_is_over_before_the_reporter_could_have_seen_it(file_town: Town) -> None:
    signal_id = taken(file_town)
    step = closed(file_town, signal_id)
    undone(file_town, step)
    again = closed(file_town, signal_id)
    pass_days(file_town, 1)
    with file_town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        undo(work, again)


def test_who_stands_in_is_offered_nothing(file_town: Town) -> None:
    """It would come to who stood in, not to who had it."""
    signal_id = taken(file_town)
    covered(file_town)
    with file_town.committed("other_coordinator") as work:
        had = hand_back(work, signal_id)
        assert offer(work, AuditAction.SIGNAL_HANDED_BACK, signal_id, had) is None
