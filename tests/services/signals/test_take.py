"""Taking a signal in hand: one wins, the other is told who, and it counts once."""

import threading
from datetime import timedelta
from uuid import UUID

import pytest
from kit.signals import details_at, logged, row_of, taken, with_details, words_of
from kit.town import Town
from kit.undoing import back_in_queue
from sqlalchemy import func, select

from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.commands.signals.reopen import ReopenSignal
from signalering.domain.errors import Conflict, Denied, NotAllowedNow, NotFound
from signalering.domain.states import SignalState
from signalering.models.keys.group import Wrap
from signalering.models.statistics.fact import PendingFact
from signalering.services.accounts.undo import undo
from signalering.services.sealing import open_key, open_payload
from signalering.services.signals.close import close
from signalering.services.signals.hand_back import hand_back
from signalering.services.signals.reopen import reopen
from signalering.services.signals.take import take
from signalering.services.statistics.move import move_waiting
from signalering.services.statistics.pend import slot_of
from signalering.vault.wraps import Form, Purpose


def test_taking_gives_it_an_owner_and_its_deadline_runs_on(town: Town) -> None:
    signal_id = logged(town)
    due = row_of(town, signal_id).deadline_on
    with town.committed("coordinator") as work:
        take(work, signal_id)
    row = row_of(town, signal_id)
    assert row.state == SignalState.IN_TRIAGE
    assert row.owner_id == town.people["coordinator"].account_id
    assert row.deadline_on == due


def test_two_at_once_and_the_other_hears_who_has_it(town: Town) -> None:
    signal_id = logged(town)
    won: list[str] = []
    told: list[str] = []
    start = threading.Barrier(2)

    def try_it(key: str) -> None:
        start.wait()
        try:
            with town.committed(key) as work:
                take(work, signal_id)
                name = work.by().name
            won.append(name)
        except Conflict as refusal:
            told.append(refusal.params["owner"])

    threads = [
        threading.Thread(target=try_it, args=[key]) for key in ("coordinator", "other_coordinator")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(won) == 1
    assert told == won
    with town.work(writes=False) as work:
        assert work.data.scalar(select(func.count()).select_from(PendingFact)) == 1


def test_what_strangers_sealed_is_wrapped_anew_by_a_member(town: Town) -> None:
    signal_id = logged(town, command=with_details())
    row, details = row_of(town, signal_id), details_at(town, signal_id)
    assert details is not None
    ids = (row.thread_key_id, row.triage_key_id, details.key_id)

    def forms() -> set[str]:
        with town.work(writes=False) as work:
            return {work.keys.get_one(Wrap, (one, "casework")).form for one in ids}

    assert forms() == {Form.HPKE}
    with town.committed("coordinator") as work:
        take(work, signal_id)
    assert forms() == {Form.AES}
    assert words_of(town, details, "other_coordinator")["name"] == "Truida Verzonnen"


def test_a_fact_waits_under_the_triage_key_and_only_once(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        hand_back(work, signal_id)
    with town.committed("other_coordinator") as work:
        take(work, signal_id)
    row = row_of(town, signal_id)
    with town.work("coordinator", writes=False) as work:
        fact = work.data.scalars(select(PendingFact)).one()
        key = open_key(work, "casework", Purpose.TRIAGE, row.triage_key_id)
        payload = open_payload(key, slot_of(fact.id), fact.sealed)
        assert fact.key_id == row.triage_key_id
    assert payload["event"] == "picked_up"
    assert payload["registered_in"] == "2026Q4"
    assert (payload["area"], payload["reporter_group"]) == ("s-gravenzande", "care")


def test_a_finished_one_is_not_taken_but_reopened(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        close(work, CloseSignal(signal_id, "advice_given"))
    with town.work("coordinator") as work, pytest.raises(NotAllowedNow):
        take(work, signal_id)


def test_only_coordinators_take_and_only_what_exists(file_town: Town) -> None:
    signal_id = logged(file_town)
    for key in ("worker", "manager", "administrator", "privacy_officer"):
        with file_town.work(key) as work, pytest.raises(Denied):
            take(work, signal_id)
    with file_town.work("coordinator") as work, pytest.raises(NotFound):
        take(work, UUID(int=7))


def test_only_its_owner_hands_it_back(town: Town) -> None:
    signal_id = taken(town)
    with town.work("other_coordinator") as work, pytest.raises(Denied):
        hand_back(work, signal_id)
    due = row_of(town, signal_id).deadline_on
    with town.committed("coordinator") as work:
        hand_back(work, signal_id)
    row = row_of(town, signal_id)
    assert (row.state, row.owner_id, row.deadline_on) == (SignalState.NEW, None, due)
    with town.work("coordinator") as work, pytest.raises(Denied):
        hand_back(work, signal_id)


def test_how_long_it_took_goes_along_and_starts_anew_when_it_is_handed_back(town: Town) -> None:
    signal_id = logged(town)
    town.clock.move_to(town.clock.now() + timedelta(days=7))
    with town.committed("coordinator") as work:
        take(work, signal_id)
    assert days_of(town, signal_id) == ["3-5"]
    with town.committed("coordinator") as work:
        hand_back(work, signal_id)
    town.clock.move_to(town.clock.now() + timedelta(days=14))
    with town.committed("other_coordinator") as work:
        take(work, signal_id)
    assert days_of(town, signal_id) == ["11+"]


def test_handing_it_back_undone_leaves_how_long_it_took(town: Town) -> None:
    signal_id = taken(town)
    town.clock.move_to(town.clock.now() + timedelta(days=14))
    step = back_in_queue(town, signal_id)
    assert step is not None
    with town.committed("coordinator") as work:
        undo(work, step)
    assert days_of(town, signal_id) == ["0-2"]


def test_what_was_moved_is_not_counted_again(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        move_waiting(work)
        hand_back(work, signal_id)
    with town.committed("other_coordinator") as work:
        take(work, signal_id)
    assert days_of(town, signal_id) == []


def test_a_signal_that_is_reopened_keeps_how_long_it_took(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        close(work, CloseSignal(signal_id, "advice_given"))
    town.clock.move_to(town.clock.now() + timedelta(days=60))
    with town.committed("coordinator") as work:
        reopen(work, ReopenSignal(signal_id, "by_mistake"))
    assert days_of(town, signal_id) == ["0-2"]


def days_of(town: Town, signal_id: UUID) -> list[str]:
    """The classes of the pick-ups that wait to be counted."""
    key_id = row_of(town, signal_id).triage_key_id
    with town.work("coordinator", writes=False) as work:
        key = open_key(work, "casework", Purpose.TRIAGE, key_id)
        rows = work.data.scalars(select(PendingFact).where(PendingFact.key_id == key_id))
        return [open_payload(key, slot_of(row.id), row.sealed)["days"] for row in rows]
