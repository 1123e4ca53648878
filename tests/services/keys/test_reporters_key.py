"""After a compromise a thread's new key goes to the reporter, and to no key that a writer to the
database put in the place of the reporter's."""

from dataclasses import replace
from uuid import UUID

import pytest
from kit.people import forgot, told
from kit.signals import logged, row_of
from kit.town import Person, Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.commands.accounts.relink import RelinkReporter
from signalering.domain.errors import CannotOpen
from signalering.models.accounts.relink import Relink
from signalering.models.keys.forgotten import KeyAlarm
from signalering.models.keys.group import Wrap
from signalering.models.keys.user import UserKey
from signalering.models.signals.entries import ThreadEntry
from signalering.services.accounts.rekey import rekey
from signalering.services.accounts.relink import relink, take_over
from signalering.services.keys.alarm import acknowledge, check_own_key
from signalering.services.keys.reencrypt import reencrypt
from signalering.services.keys.rotate import begin, step
from signalering.services.sealing import REPORTER, open_own_key
from signalering.services.signals.mine import mine
from signalering.vault import users


def resealed(town: Town) -> None:
    """A holder does all that "somebody may know the key" asks for."""
    with town.committed("coordinator") as work:
        begin(work, "casework", known=True)
    for task in (lambda work: step(work, "casework"), reencrypt):
        for _ in range(100):
            with town.committed("coordinator") as work:
                if not task(work):
                    break


def linked(town: Town) -> None:
    account_id = town.people["worker"].account_id
    with town.committed("coordinator") as work:
        relink(work, RelinkReporter(account_id, *told(town, account_id)))
    with town.committed("worker") as work:
        take_over(work)


def renewed(town: Town) -> Person:
    """Somebody may know the worker's words: a new key pair, by the worker."""
    person, fresh = town.people["worker"], users.new_user_secret()
    with town.committed("worker") as work:
        rekey(work, fresh)
        work.keys.get_one(UserKey, person.account_id).public_key = users.public_key(fresh)
    town.people = {**town.people, "worker": replace(person, secret=fresh)}
    return town.people["worker"]


def reads(town: Town, signal_id: UUID, key: str = "worker") -> bool:
    with town.work(key, writes=False) as work:
        try:
            open_own_key(work, "thread", row_of(town, signal_id).thread_key_id)
        except CannotOpen:
            return False
        return signal_id in {one.signal_id for one in mine(work)}


def alarms(town: Town) -> set[UUID]:
    with town.work(writes=False) as work:
        return set(work.keys.scalars(select(KeyAlarm.object_id)))


def swap(town: Town) -> None:
    """Put a foreign public key in the place of the worker's."""
    with town.committed() as work:
        row = work.keys.get_one(UserKey, town.people["worker"].account_id)
        row.public_key = users.public_key(users.new_user_secret())


def test_nothing_is_sealed_to_a_key_that_somebody_put_there(town: Town) -> None:
    signals = [logged(town), logged(town)]
    other = logged(town, "other_worker")
    swap(town)
    resealed(town)
    worker = town.people["worker"].account_id
    with town.work(writes=False) as work:
        for signal_id in signals:
            assert work.keys.get(Wrap, (row_of(town, signal_id).thread_key_id, REPORTER)) is None
        assert work.data.get_one(Relink, worker).sealed is None, "till somebody has phoned"
    assert alarms(town) == {worker}
    assert len(entries(town, "key_alarm_raised")) == 1
    assert reads(town, other, "other_worker")


def test_the_reporter_gets_them_back_when_the_alarm_was_looked_into(town: Town) -> None:
    signal_id, person = logged(town), town.people["worker"]
    swap(town)
    resealed(town)
    assert not reads(town, signal_id)
    with town.committed("administrator") as work:
        acknowledge(work, person.account_id)
    with town.committed() as work:
        check_own_key(work, person.account_id, person.secret)
    linked(town)
    assert reads(town, signal_id)
    assert not alarms(town)


@pytest.mark.parametrize("way", ["renewed", "linked again"])
def test_a_new_key_pair_is_known_by_what_vouches_for_it(town: Town, way: str) -> None:
    signal_id = logged(town)
    if way == "renewed":
        renewed(town)
    else:
        forgot(town, "worker")
        linked(town)
    later = logged(town)
    resealed(town)
    assert reads(town, signal_id)
    assert reads(town, later)
    assert not alarms(town)


def test_who_waits_to_be_linked_again_raises_no_alarm(town: Town) -> None:
    signal_id = logged(town)
    forgot(town, "worker")
    resealed(town)
    assert not alarms(town)
    linked(town)
    assert reads(town, signal_id)


@pytest.mark.parametrize("way", ["renewed", "linked again"])
def test_no_count_and_no_size_shows_whose_key_changed(town: Town, way: str) -> None:
    logged(town)
    logged(town, "other_worker")

    def shown() -> list[tuple[UUID, int, int]]:
        with town.work(writes=False) as work:
            rows = work.data.scalars(select(ThreadEntry))
            return sorted((row.signal_id, row.number, len(row.sealed)) for row in rows)

    before = shown()
    if way == "renewed":
        renewed(town)
    else:
        forgot(town, "worker")
        linked(town)
    assert shown() == before
