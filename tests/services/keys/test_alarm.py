"""A swapped public key stops intake, outlives the refused request, and is ended by people."""

import pytest
from kit.signals import a_signal
from kit.town import CHEAP, PASSPHRASE, Town
from kit.trail import entries
from sqlalchemy import select

from signalering.domain.errors import CannotOpen, Denied, IntakeClosed, NotFound
from signalering.models.keys.forgotten import KeyAlarm
from signalering.models.keys.group import GroupEpoch
from signalering.models.keys.user import UserKey
from signalering.services.accounts import log_in
from signalering.services.keys.alarm import acknowledge, check_own_key, list_alarms
from signalering.services.keys.groups import is_member
from signalering.services.keys.rotate import begin
from signalering.services.signals.log import log
from signalering.vault import groups, users


def swap(town: Town, key: str) -> bytes:
    """Put a foreign public key in the place of somebody's; gives the right one."""
    with town.committed() as work:
        row = work.keys.get_one(UserKey, town.people[key].account_id)
        right, row.public_key = row.public_key, users.public_key(users.new_user_secret())
        return right


def unlock(town: Town, key: str) -> None:
    person = town.people[key]
    with town.committed() as work:
        # As a locked session does: once with the passphrase, once for the session.
        for _ in range(2):
            check_own_key(work, person.account_id, person.secret)


def test_a_swapped_key_stops_intake_until_it_is_put_right(town: Town) -> None:
    right = swap(town, "coordinator")
    with pytest.raises(CannotOpen):
        unlock(town, "coordinator")
    with town.work("worker") as work, pytest.raises(IntakeClosed) as refused:
        log(work, a_signal())
    assert refused.value.code == "key_alarm"
    me = town.people["coordinator"].account_id
    with town.committed("administrator") as work:
        [alarm] = list_alarms(work)
        assert (alarm.whose, alarm.acknowledged) == ("Cor Dinator", False)
        acknowledge(work, me)
    unlock(town, "coordinator")
    with town.committed("worker") as work:
        log(work, a_signal())
        assert work.keys.get_one(UserKey, me).public_key == right
    for action in ("key_alarm_raised", "key_alarm_acknowledged", "key_alarm_ended"):
        assert len(entries(town, action)) == 1, action


def test_without_anybody_looking_it_is_not_put_right(town: Town) -> None:
    swap(town, "coordinator")
    for _ in range(2):
        with pytest.raises(CannotOpen):
            unlock(town, "coordinator")
    assert len(entries(town, "key_alarm_raised")) == 1


def test_a_workers_key_stops_nobody_else(town: Town) -> None:
    swap(town, "other_worker")
    with pytest.raises(CannotOpen):
        unlock(town, "other_worker")
    with town.committed("worker") as work:
        log(work, a_signal())


def test_it_is_noticed_at_log_in(town: Town) -> None:
    swap(town, "coordinator")
    person = town.people["coordinator"]
    with town.work(writes=False) as work:
        tried = log_in.challenge(work, person.email)
    assert tried.cost == CHEAP
    keys = log_in.prove(tried, PASSPHRASE)
    with town.work() as work, pytest.raises(CannotOpen):
        log_in.unwrap(work, person.account_id, keys)
    with town.work(writes=False) as work:
        assert work.keys.scalars(select(KeyAlarm)).one().object_id == person.account_id


def test_a_swapped_group_key_ends_with_a_rotation(town: Town) -> None:
    with town.committed() as work:
        epoch = work.keys.scalars(select(GroupEpoch).filter_by(group="casework")).one()
        epoch.public_key = groups.group_public_key(groups.new_group_secret())
    with town.work("coordinator", writes=False) as work:
        assert not is_member(work, "casework")
    with town.work("worker") as work, pytest.raises(IntakeClosed):
        log(work, a_signal())
    with town.committed("coordinator") as work:
        begin(work, "casework")
    with town.committed("worker") as work:
        log(work, a_signal())
    assert entries(town, "key_alarm_ended")


def test_only_who_looks_after_keys_acknowledges(town: Town) -> None:
    with town.work("coordinator") as work, pytest.raises(Denied):
        acknowledge(work, town.people["coordinator"].account_id)
    with town.work("administrator") as work, pytest.raises(NotFound):
        acknowledge(work, town.people["coordinator"].account_id)
