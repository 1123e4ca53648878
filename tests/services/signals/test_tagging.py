"""Tags of a reporter's signals: each its own, however many, and whatever was erased between."""

from typing import Any
from uuid import UUID

import pytest
from kit.signals import a_signal, row_of
from kit.town import Town
from sqlalchemy import delete, event

from signalering.domain.clock import month_of
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.models.signals.signal import Signal, SignalIndicator, SignalWish
from signalering.services.signals.log import log
from signalering.services.signals.own import own_signal, own_signals
from signalering.services.signals.tagging import BLOCK, unused_tag

MANY = 2 * BLOCK + 5


@pytest.fixture
def many(town: Town) -> list[UUID]:
    """More signals of one reporter in a month than two blocks of tags hold."""
    with town.committed("worker") as work:
        return [log(work, a_signal(note="")).signal_id for _ in range(MANY)]


def erased(town: Town, *ids: UUID) -> None:
    with town.committed() as work:
        for table in (ThreadEntry, TriageEntry, SignalIndicator, SignalWish):
            work.data.execute(delete(table).where(table.signal_id.in_(ids)))
        work.data.execute(delete(Signal).where(Signal.id.in_(ids)))


def test_each_signal_has_a_tag_of_its_own_and_all_are_found(town: Town, many: list[UUID]) -> None:
    assert len({row_of(town, one).reporter_tag for one in many}) == MANY
    with town.work("worker", writes=False) as work:
        assert {signal.id for signal in own_signals(work)} == set(many)
        assert all(own_signal(work, one).id == one for one in (many[0], many[-1]))


def test_what_was_erased_hides_no_later_signal(town: Town, many: list[UUID]) -> None:
    gone = {many[3], many[BLOCK - 1], many[BLOCK + 1]}
    erased(town, *gone)
    with town.work("worker", writes=False) as work:
        assert {signal.id for signal in own_signals(work)} == set(many) - gone
        assert own_signal(work, many[-1]).id == many[-1]


def test_a_tag_that_was_erased_is_given_again(town: Town, many: list[UUID]) -> None:
    freed = row_of(town, many[3]).reporter_tag
    erased(town, many[3])
    with town.work("worker", writes=False) as work:
        assert unused_tag(work, month_of(town.clock.today())) == freed


def test_the_last_tag_of_a_block_may_go_while_it_is_looked_for(town: Town) -> None:
    """To the same person at another browser."""
    with town.committed("worker") as work:
        for _ in range(2 * BLOCK - 1):
            log(work, a_signal(note=""))
    taken: list[UUID] = []

    def other_browser(*said: Any) -> None:
        statement = said[2]
        if not taken and "reporter_tag IN" in statement and len(said[3]) == 1:
            taken.append(UUID(int=0))
            with town.committed("worker") as work:
                taken.append(log(work, a_signal(note="")).signal_id)

    event.listen(town.house.data, "after_cursor_execute", other_browser)
    try:
        with town.committed("worker") as work:
            work.rollback()  # nothing is locked yet, as when a form comes in
            taken.append(log(work, a_signal(note="")).signal_id)
    finally:
        event.remove(town.house.data, "after_cursor_execute", other_browser)
    assert len({row_of(town, one).reporter_tag for one in taken[1:]}) == 2
