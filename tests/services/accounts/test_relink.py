"""A reporter forgot the passphrase: no signal is lost, and nobody else learns whose they are."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from kit.people import forgot, told
from kit.signals import a_signal, logged, row_of, taken
from kit.town import Town
from kit.trail import entries
from sqlalchemy import update

from signalering.domain.commands.accounts.relink import RelinkReporter
from signalering.domain.commands.signals.ask import AskReporter
from signalering.domain.commands.signals.reply import ReplyToCoordinator
from signalering.domain.errors import CannotOpen, Conflict, Denied, InvalidInput, NotFound
from signalering.domain.states import SignalState
from signalering.models.accounts.relink import Relink
from signalering.models.signals.entries import TriageEntry
from signalering.models.signals.signal import Signal
from signalering.services.accounts.relink import ask_for_relink, relink, take_over, waiting_reporter
from signalering.services.keys.groups import public_key_of
from signalering.services.signals.ask import ask
from signalering.services.signals.mine import mine
from signalering.services.signals.reply import own_thread, reply
from signalering.services.signals.withdraw import withdraw
from signalering.vault.relinks import seal_signals


def linked(town: Town, key: str = "worker") -> int:
    account_id = town.people[key].account_id
    with town.committed("coordinator") as work:
        return relink(work, RelinkReporter(account_id, *told(town, account_id)))


def taken_over(town: Town, key: str = "worker") -> int:
    with town.committed(key) as work:
        return take_over(work)


def seen(town: Town, key: str = "worker") -> set[UUID]:
    with town.work(key, writes=False) as work:
        return {signal.signal_id for signal in mine(work)}


def waiting_row(town: Town, key: str = "worker") -> Relink | None:
    with town.work(writes=False) as work:
        row = work.data.get(Relink, town.people[key].account_id)
        work.data.expunge_all()
        return row


def test_every_signal_comes_back_and_no_other(town: Town) -> None:
    new, old = logged(town), taken(town)
    foreign = logged(town, "other_worker")
    tags = {signal_id: row_of(town, signal_id).reporter_tag for signal_id in (new, old, foreign)}
    forgot(town, "worker")
    assert seen(town) == set()
    assert linked(town) == 2
    assert taken_over(town) == 2
    assert seen(town) == {new, old}
    assert seen(town, "other_worker") == {foreign}
    assert row_of(town, foreign).reporter_tag == tags[foreign]
    assert row_of(town, old).reporter_tag != tags[old]
    assert waiting_row(town) is None


def test_the_reporter_acts_on_what_came_back(town: Town) -> None:
    signal_id = logged(town)
    forgot(town, "worker")
    linked(town)
    taken_over(town)
    with town.committed("worker") as work:
        withdraw(work, signal_id)
    assert row_of(town, signal_id).state == SignalState.WITHDRAWN


def test_a_question_that_waited_is_read_and_answered_under_the_new_key(town: Town) -> None:
    signal_id = taken(town)
    with town.committed("coordinator") as work:
        ask(work, AskReporter(signal_id, "Komt er nog iemand langs?", is_question=True))
    town.clock.move_to(town.clock.now() + timedelta(days=1))
    forgot(town, "worker")
    with town.work("worker") as work, pytest.raises(NotFound):
        own_thread(work, signal_id)
    linked(town)
    taken_over(town)
    with town.committed("worker") as work:
        (question,) = own_thread(work, signal_id).messages
        reply(work, ReplyToCoordinator(signal_id, "Ja, elke week."))
    assert question.text == "Komt er nog iemand langs?"
    assert row_of(town, signal_id).state == SignalState.IN_TRIAGE


def test_signals_of_the_new_key_stay_as_they_are_and_no_tag_serves_twice(town: Town) -> None:
    old = {logged(town) for _ in range(3)}
    forgot(town, "worker")
    new = {logged(town) for _ in range(3)}
    tags = {signal_id: row_of(town, signal_id).reporter_tag for signal_id in new}
    assert linked(town) == 6
    assert taken_over(town) == 3
    assert seen(town) == old | new
    assert {signal_id: row_of(town, signal_id).reporter_tag for signal_id in new} == tags


def test_a_signal_older_than_25_months_is_left_alone(town: Town) -> None:
    kept, lapsed = logged(town), logged(town)
    with town.committed() as work:
        work.data.execute(
            update(Signal)
            .where(Signal.id == lapsed)
            .values(registered_on=town.clock.today() - timedelta(days=26 * 31))
        )
    forgot(town, "worker")
    assert linked(town) == 1
    taken_over(town)
    assert seen(town) == {kept}


def test_one_that_does_not_open_stops_nothing(town: Town) -> None:
    kept, spoilt = logged(town), logged(town)
    with town.committed() as work:
        work.data.execute(
            update(TriageEntry).where(TriageEntry.signal_id == spoilt).values(sealed=b"\x01" * 300)
        )
    forgot(town, "worker")
    assert linked(town) == 1
    taken_over(town)
    assert seen(town) == {kept}
    (entry,) = entries(town, "reporter_relinked")
    assert entry["details"] == {"count": "1", "unopened": "1"}
    (entry,) = entries(town, "signals_taken_over")
    assert entry["details"] == {"count": "1"}


def test_the_waiting_row_tells_nothing_but_that_an_account_waits(town: Town) -> None:
    """Its size is the same for one signal and for forty, and only the reporter opens it."""
    sizes = set()
    for key, count in (("worker", 1), ("other_worker", 40)):
        for _ in range(count):
            logged(town, key)
        forgot(town, key)
        row = waiting_row(town, key)
        assert row is not None
        assert row.sealed is None
        linked(town, key)
        row = waiting_row(town, key)
        assert row is not None
        assert row.sealed is not None
        sizes.add(len(row.sealed))
    assert len(sizes) == 1


def test_a_second_colleague_comes_too_late(town: Town) -> None:
    logged(town)
    forgot(town, "worker")
    linked(town)
    account_id = town.people["worker"].account_id
    with town.work("other_coordinator") as work, pytest.raises(NotFound):
        relink(work, RelinkReporter(account_id, *told(town, account_id)))


def test_forgetting_again_waits_again(town: Town) -> None:
    signal_id = logged(town)
    forgot(town, "worker")
    linked(town)
    forgot(town, "worker")
    assert taken_over(town) == 0
    assert linked(town) == 1
    assert taken_over(town) == 1
    assert seen(town) == {signal_id}


def test_a_list_for_another_key_is_dropped(town: Town) -> None:
    signal_id = logged(town)
    forgot(town, "worker")
    worker, other = (town.people[key].account_id for key in ("worker", "other_worker"))
    with town.committed() as work:
        public = public_key_of(work, other)
        assert public is not None
        work.data.get_one(Relink, worker).sealed = seal_signals(public, [signal_id], worker)
    assert taken_over(town) == 0
    row = waiting_row(town)
    assert row is not None
    assert row.sealed is None


def test_a_forged_list_takes_no_signal_away(town: Town) -> None:
    foreign = logged(town, "other_worker")
    worker = town.people["worker"].account_id
    with town.committed() as work:
        ask_for_relink(work, worker)
        public = public_key_of(work, worker)
        assert public is not None
        forged = seal_signals(public, [foreign, uuid4()], worker)
        work.data.get_one(Relink, worker).sealed = forged
    assert taken_over(town) == 0
    assert seen(town) == set()
    assert seen(town, "other_worker") == {foreign}


def test_another_fingerprint_links_nothing(town: Town) -> None:
    logged(town)
    forgot(town, "worker")
    account_id = town.people["worker"].account_id
    shown, heard = told(town, account_id)
    other = f"{(int(heard) + 1) % 10000:04d}"
    with town.work("coordinator") as work, pytest.raises(InvalidInput) as error:
        relink(work, RelinkReporter(account_id, shown, other))
    assert error.value.code == "fingerprint_differs"
    forgot(town, "worker")
    with town.work("coordinator") as work, pytest.raises(InvalidInput) as error:
        relink(work, RelinkReporter(account_id, shown, heard))
    assert error.value.code == "key_changed_meanwhile"


def test_only_a_coordinator_with_the_key_does_it(town: Town) -> None:
    logged(town)
    forgot(town, "worker")
    account_id = town.people["worker"].account_id
    command = RelinkReporter(account_id, *told(town, account_id))
    for key in ("worker", "administrator", "manager", "privacy_officer"):
        with town.work(key) as work, pytest.raises(Denied):
            relink(work, command)
    forgot(town, "other_coordinator")
    with town.work("other_coordinator") as work, pytest.raises(CannotOpen):
        relink(work, command)


def test_who_does_not_wait_is_not_found(town: Town) -> None:
    with town.work("coordinator", writes=False) as work, pytest.raises(NotFound):
        waiting_reporter(work, town.people["worker"].account_id)


def test_two_coordinators_at_once_make_one_list(file_town: Town) -> None:
    """The second one's row changed between the look and the write."""
    logged(file_town)
    forgot(file_town, "worker")
    account_id = file_town.people["worker"].account_id
    command = RelinkReporter(account_id, *told(file_town, account_id))
    with file_town.work("coordinator") as work:
        waiting_reporter(work, account_id)
        work.data.execute(
            update(Relink).values(sealed=b"first").execution_options(synchronize_session=False)
        )
        with pytest.raises((Conflict, NotFound)):
            relink(work, command)


def test_a_long_list_comes_back_whole(file_town: Town) -> None:
    ids = {logged(file_town, command=a_signal(note="")) for _ in range(70)}
    forgot(file_town, "worker")
    assert linked(file_town) == 70
    assert taken_over(file_town) == 70
    assert seen(file_town) == ids
