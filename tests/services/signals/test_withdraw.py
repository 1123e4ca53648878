"""A reporter takes a signal back while nobody has it, and what the resident gave goes with it."""

from datetime import timedelta

import pytest
from kit.cards import later, left, with_card
from kit.signals import details_at, logged, row_of, taken, with_details, words_of
from kit.town import Town

from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.errors import CannotOpen, Conflict, NotAllowedNow, NotFound
from signalering.domain.states import ReporterStatus, SignalState
from signalering.models.signals.signal import Signal
from signalering.services.signals.close import close
from signalering.services.signals.mine import mine
from signalering.services.signals.withdraw import withdraw


def test_withdrawn_it_has_no_day_and_shows_at_once(town: Town) -> None:
    signal_id = logged(town)
    with town.committed("worker") as work:
        withdraw(work, signal_id)
    row = row_of(town, signal_id)
    assert row.state == SignalState.WITHDRAWN
    assert (row.owner_id, row.deadline_on, row.deadline_kind) == (None, None, None)
    with town.work("worker", writes=False) as work:
        (shown,) = mine(work)
    assert (shown.status, shown.can_withdraw) == (ReporterStatus.WITHDRAWN, False)


def test_contact_details_open_for_nobody_afterwards(town: Town) -> None:
    signal_id = logged(town, command=with_details())
    details = details_at(town, signal_id)
    assert details is not None
    with town.committed("worker") as work:
        withdraw(work, signal_id)
    assert details_at(town, signal_id) is None
    with pytest.raises(CannotOpen):
        words_of(town, details)


def test_what_a_resident_brought_back_is_not_the_reporters_to_withdraw(town: Town) -> None:
    signal_id, code = with_card(town, in_triage=True)
    with town.committed("coordinator") as work:
        close(work, CloseSignal(signal_id, "advice_given"))
    later(town, timedelta(days=5))
    left(town, code)
    with town.work("worker") as work, pytest.raises(NotAllowedNow):
        withdraw(work, signal_id)
    assert details_at(town, signal_id) is not None


def test_a_question_may_be_answered_by_withdrawing(town: Town) -> None:
    signal_id = taken(town)
    with town.committed() as work:
        work.data.get_one(Signal, signal_id).state = SignalState.QUESTION_ASKED
    with town.committed("worker") as work:
        withdraw(work, signal_id)
    row = row_of(town, signal_id)
    assert (row.state, row.owner_id) == (SignalState.WITHDRAWN, None)


def test_not_once_a_coordinator_has_it_and_never_somebody_elses(town: Town) -> None:
    signal_id = logged(town)
    with town.work("other_worker") as work, pytest.raises(NotFound):
        withdraw(work, signal_id)
    in_hand = taken(town)
    with town.work("worker") as work, pytest.raises((NotAllowedNow, Conflict)):
        withdraw(work, in_hand)
