"""Handing back: among the new ones again, and wherever it stands somebody sees it."""

import pytest
from kit.covers import covered, pass_days
from kit.signals import logged, row_of, taken
from kit.town import Town
from kit.trail import entries
from sqlalchemy import update

from signalering.domain.commands.signals.inbox import AskInbox, InboxFilter
from signalering.domain.errors import Denied
from signalering.domain.states import SignalState
from signalering.models.signals.signal import Signal
from signalering.services.signals.hand_back import hand_back
from signalering.services.signals.inbox import inbox

LIVE = (
    SignalState.NEW,
    SignalState.IN_TRIAGE,
    SignalState.QUESTION_ASKED,
    SignalState.AWAITING_RESIDENT,
)


def test_it_is_new_again_and_its_deadline_runs_on(town: Town) -> None:
    signal_id = taken(town)
    due = row_of(town, signal_id).deadline_on
    with town.committed("coordinator") as work:
        hand_back(work, signal_id)
    row = row_of(town, signal_id)
    assert (row.state, row.owner_id, row.deadline_on) == (SignalState.NEW, None, due)
    assert len(entries(town, "signal_handed_back")) == 1


def test_who_stands_in_may_and_another_may_not(town: Town) -> None:
    signal_id = taken(town)
    with town.work("other_coordinator") as work, pytest.raises(Denied):
        hand_back(work, signal_id)
    covered(town)
    with town.committed("other_coordinator") as work:
        hand_back(work, signal_id)
    assert row_of(town, signal_id).owner_id is None


@pytest.mark.parametrize("state", LIVE)
@pytest.mark.parametrize("owned", [True, False])
def test_once_its_day_is_past_a_colleague_sees_it_whoever_has_it(
    file_town: Town, state: SignalState, owned: bool
) -> None:
    """No live signal can lie where nobody but an absent owner looks."""
    signal_id = logged(file_town)
    owner = file_town.people["coordinator"].account_id if owned else None
    with file_town.committed() as work:
        work.data.execute(
            update(Signal)
            .where(Signal.id == signal_id)
            .values(state=state.value, owner_id=owner)
            .execution_options(synchronize_session=False)
        )
    pass_days(file_town, 10)
    seen = []
    for queue in InboxFilter:
        with file_town.work("other_coordinator") as work:
            seen += [row.signal_id for row in inbox(work, AskInbox(queue)).rows]
    assert signal_id in seen
