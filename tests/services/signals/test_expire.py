"""What nobody answered in time expires by itself, once, without any key."""

from datetime import UTC, datetime, timedelta

import pytest
from kit.cards import later, left, with_card
from kit.signals import logged, row_of, taken
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.signals.ask import AskReporter
from signalering.domain.states import SignalState
from signalering.models.signals.signal import Signal
from signalering.services.signals.ask import ask
from signalering.services.signals.expire import expire


def run(town: Town) -> int:
    with town.committed() as work:
        return expire(work)


@pytest.mark.parametrize("state", [SignalState.QUESTION_ASKED, SignalState.AWAITING_RESIDENT])
def test_a_day_past_the_last_day_and_only_once(town: Town, state: SignalState) -> None:
    signal_id = taken(town)
    with town.committed() as work:
        work.data.get_one(Signal, signal_id).state = state
    town.clock.move_to(datetime(2026, 11, 25, 12, tzinfo=UTC))
    assert run(town) == 0, "the last day still counts"
    town.clock.move_to(datetime(2026, 11, 26, 0, tzinfo=UTC))
    assert (run(town), run(town)) == (1, 0)
    row = row_of(town, signal_id)
    assert row.state == SignalState.EXPIRED
    assert (row.owner_id, row.deadline_on, row.deadline_kind) == (None, None, None)


@pytest.mark.parametrize("kept", [True, False])
def test_a_yes_that_came_meanwhile_keeps_it_going(town: Town, kept: bool) -> None:
    signal_id, code = with_card(town, in_triage=True)
    with town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, "Is er een buurvrouw?", is_question=True))
    left(town, code)
    if not kept:
        with town.committed() as work:
            work.data.get_one(Signal, signal_id).owner_id = None
    later(town, timedelta(days=16))
    assert (run(town), run(town)) == (0, 0)
    row = row_of(town, signal_id)
    assert row.state == (SignalState.IN_TRIAGE if kept else SignalState.NEW)
    assert (row.owner_id is not None, row.deadline_kind) == (kept, "triage")
    (entry,) = [e for e in entries(town, "sweep_done") if "resumed" in e["details"]["sweep"]]
    assert entry["details"]["count"] == "1"


def test_overdue_triage_never_expires(town: Town) -> None:
    ids = [logged(town), taken(town)]
    town.clock.move_to(datetime(2027, 11, 26, 12, tzinfo=UTC))
    assert run(town) == 0
    assert [row_of(town, one).state for one in ids] == [SignalState.NEW, SignalState.IN_TRIAGE]
