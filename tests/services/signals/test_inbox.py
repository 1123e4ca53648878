"""The queues show codes, what is due first on top, and lose nothing between two pages."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from kit.signals import a_signal, logged, taken
from kit.town import Town

from signalering.domain.commands.signals.inbox import AskInbox, InboxFilter, Place
from signalering.domain.errors import Denied
from signalering.domain.states import SignalState
from signalering.domain.views.signals.inbox import Inbox
from signalering.models.signals.signal import Signal
from signalering.services.signals.inbox import PAGE, inbox
from signalering.services.signals.log import log


def ask(
    town: Town, queue: InboxFilter, after: Place | None = None, key: str = "coordinator"
) -> Inbox:
    with town.committed(key) as work:
        return inbox(work, AskInbox(queue, after))


def ids(found: Inbox) -> list[UUID]:
    return [row.signal_id for row in found.rows]


def test_each_queue_has_its_own(town: Town) -> None:
    new, mine, theirs = logged(town), taken(town), taken(town, "other_coordinator")
    waits = taken(town)
    with town.committed() as work:
        work.data.get_one(Signal, waits).state = SignalState.AWAITING_RESIDENT
    with town.committed("worker") as work:
        log(work, a_signal(request="none"))
    assert ids(ask(town, InboxFilter.NEW)) == [new]
    assert set(ids(ask(town, InboxFilter.MINE))) == {mine, waits}
    assert ids(ask(town, InboxFilter.WAITING)) == [waits]
    assert ids(ask(town, InboxFilter.OVERDUE)) == []
    town.clock.move_to(datetime(2026, 11, 26, 8, tzinfo=UTC))
    overdue = ask(town, InboxFilter.OVERDUE)
    assert set(ids(overdue)) == {new, mine, theirs}
    assert all(row.overdue for row in overdue.rows)
    owners = {row.signal_id: row.owner for row in overdue.rows}
    assert owners == {new: "", mine: "Cor Dinator", theirs: "Coby Dinator"}
    assert overdue.counts == {
        InboxFilter.NEW: 1,
        InboxFilter.MINE: 2,
        InboxFilter.WAITING: 1,
        InboxFilter.OVERDUE: 3,
    }


def test_what_is_due_first_stands_on_top(town: Town) -> None:
    town.clock.move_to(datetime(2026, 11, 25, 9, tzinfo=UTC))
    later = logged(town)
    town.clock.move_to(datetime(2026, 11, 24, 9, tzinfo=UTC))
    sooner = logged(town)
    assert ids(ask(town, InboxFilter.NEW)) == [sooner, later]


def test_pages_follow_each_other_without_gap_or_repeat(town: Town) -> None:
    made = set()
    with town.committed("coordinator") as work:
        made |= {log(work, a_signal(note="")).signal_id for _ in range(PAGE + 3)}
    first = ask(town, InboxFilter.NEW)
    assert len(first.rows) == PAGE
    assert first.next is not None
    second = ask(town, InboxFilter.NEW, Place.read(str(first.next)))
    assert (len(second.rows), second.next) == (3, None)
    assert {*ids(first), *ids(second)} == made


@pytest.mark.parametrize("text", ["", "x", "2026-11-25", "2026-13-45_x", "2026-11-25_nonsense"])
def test_a_made_up_place_is_none(text: str) -> None:
    assert Place.read(text) is None


@pytest.mark.parametrize("key", ["worker", "manager", "administrator", "privacy_officer"])
def test_only_coordinators_have_an_inbox(file_town: Town, key: str) -> None:
    with file_town.work(key) as work, pytest.raises(Denied):
        inbox(work, AskInbox())
