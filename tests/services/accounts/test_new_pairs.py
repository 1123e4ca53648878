"""A process that ends between the two commits of a new key pair leaves nobody without signals."""

from dataclasses import replace
from typing import Protocol
from uuid import UUID

import pytest
from kit.mail import never
from kit.people import account_of, told
from kit.signals import logged, row_of
from kit.town import CHEAP, PASSPHRASE, Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.commands.accounts.relink import RelinkReporter
from signalering.models.accounts.calendar_feed import CalendarAddress
from signalering.models.accounts.relink import Relink
from signalering.models.keys.user import NewKeyPair
from signalering.services.accounts import activate, log_in, passphrase, sessions
from signalering.services.accounts.enrol import Enrolment, enrol
from signalering.services.accounts.invite import new_link_token
from signalering.services.accounts.new_pairs import SWEEP, settle
from signalering.services.accounts.relink import relink, take_over
from signalering.services.accounts.reset import reset
from signalering.services.sealing import open_own_key
from signalering.services.signals.mine import mine
from signalering.services.upkeep import run_jobs
from signalering.services.work import Work
from signalering.vault.links import new_token, token_hash


def half_committed(work: Work) -> None:
    """The process ends between the two."""
    work.data.flush()
    work.keys.flush()
    work.keys.commit()


def set_up_afresh(town: Town, *, whole: bool) -> None:
    """The worker opens the link that follows a reset."""
    person = town.people["worker"]
    with town.committed("administrator") as work:
        reset(work, person.account_id)
    with town.committed() as work:
        token = new_link_token(work, person.account_id)
    done = enrol(person.account_id, PASSPHRASE, CHEAP)
    with town.work() as work:
        activate.activate(work, token, done)
        if whole:
            work.commit()
        else:
            half_committed(work)
    take_note(town, done)


def change_words(town: Town, *, whole: bool) -> None:
    """Somebody may know the worker's words."""
    person = town.people["worker"]
    with town.work(writes=False) as work:
        tried = log_in.challenge(work, person.email)
    keys = log_in.prove(tried, PASSPHRASE)
    with town.committed() as work:
        account = account_of(town, "worker")
        cookie = sessions.begin(work, account, person.hat, person.secret)
    with town.work("worker") as work:
        drawn = passphrase.begin(work, tried, keys, new_keys=True)
        state = sessions.find(work, cookie)
        assert state is not None
        done = passphrase.enrolled(work, drawn)
    with town.work("worker") as work:
        passphrase.change(work, cookie, state, drawn, done)
        if whole:
            work.commit()
        else:
            half_committed(work)
    take_note(town, done)


def take_note(town: Town, done: Enrolment) -> None:
    person = replace(town.people["worker"], secret=done.secret)
    town.people = {**town.people, "worker": person}


class Way(Protocol):
    """Gives the worker a new key pair, the whole way or half of it."""

    def __call__(self, town: Town, *, whole: bool) -> None: ...


WAYS: list[Way] = [set_up_afresh, change_words]


def waits(town: Town) -> bool:
    with town.work(writes=False) as work:
        return work.data.get(Relink, town.people["worker"].account_id) is not None


def noted(town: Town) -> set[UUID]:
    with town.work(writes=False) as work:
        return set(work.keys.scalars(select(NewKeyPair.account_id)))


@pytest.mark.parametrize("way", WAYS)
def test_broken_off_it_is_asked_for_all_the_same(town: Town, way: Way) -> None:
    signal_id = logged(town)
    way(town, whole=False)
    assert not waits(town)
    epoch = account_of(town, "worker").session_epoch
    assert run_jobs(town.house, never) == []
    assert waits(town)
    assert account_of(town, "worker").session_epoch > epoch, "sessions of the old keys end"
    assert noted(town), "till the data have it"
    assert run_jobs(town.house, never) == []
    assert not noted(town)
    account_id = town.people["worker"].account_id
    with town.committed("coordinator") as work:
        assert relink(work, RelinkReporter(account_id, *told(town, account_id))) == 1
    with town.committed("worker") as work:
        assert take_over(work) == 1
    with town.work("worker", writes=False) as work:
        assert {one.signal_id for one in mine(work)} == {signal_id}
        assert open_own_key(work, "thread", row_of(town, signal_id).thread_key_id)
    told_of = [one["details"] for one in entries(town, "sweep_done")]
    assert [one["count"] for one in told_of if one["sweep"] == SWEEP] == ["1"]


@pytest.mark.parametrize(("way", "asks"), [(set_up_afresh, True), (change_words, False)])
def test_what_went_well_is_forgotten_without_a_word(town: Town, way: Way, asks: bool) -> None:
    logged(town)
    way(town, whole=True)
    assert run_jobs(town.house, never) == []
    assert not noted(town)
    assert waits(town) is asks
    sweeps = {one["details"]["sweep"] for one in entries(town, "sweep_done")}
    assert SWEEP not in sweeps


def test_broken_off_while_it_asks_it_asks_again(town: Town) -> None:
    logged(town)
    set_up_afresh(town, whole=False)
    with town.work() as work:
        assert settle(work) == 1
        half_committed(work)
    assert not waits(town)
    assert run_jobs(town.house, never) == []
    assert waits(town)


def test_who_changes_known_words_has_no_calendar_address_left(file_town: Town) -> None:
    """Whoever knew the words may have made one."""
    account_id = file_town.people["worker"].account_id
    with file_town.committed() as work:
        work.data.add(CalendarAddress(account_id=account_id, token_hash=token_hash(new_token())))
    change_words(file_town, whole=True)
    with file_town.work(writes=False) as work:
        assert work.data.get(CalendarAddress, account_id) is None
