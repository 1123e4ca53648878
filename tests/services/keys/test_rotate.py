"""Rotation: everything lies under the new epoch afterwards, opens for its members, and for no
other; wherever it breaks off it goes on."""

import random
import signal
import subprocess
import sys
import threading
import time
from uuid import UUID, uuid4

import pytest
from kit.newcomers import invited
from kit.town import RECOVERY, Town
from kit.trail import entries
from sqlalchemy import delete, insert, select

from signalering.domain.errors import CannotOpen, Conflict, Denied, NotAllowedNow
from signalering.domain.lifecycles import AccountState, EpochState, KeyGroup
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant, GroupEpoch, Wrap
from signalering.models.keys.user import UserKey
from signalering.services.keys.groups import is_member, open_group
from signalering.services.keys.rotate import (
    ask_for_rotation,
    begin,
    progress,
    rotation_due,
    step,
)
from signalering.services.sealing import new_key, open_key, open_own_key, take_in_hand
from signalering.vault import groups, users, wraps
from signalering.vault.kinds import RecordKey, new_record_key

MANY = 5000
KILLS = 10


def begun(town: Town, key: str = "coordinator", group: str = "casework") -> None:
    with town.committed(key) as work:
        begin(work, group)


def stepped(town: Town, key: str = "coordinator", group: str = "casework", limit: int = 500) -> int:
    """Step until nothing is left; how many batches that took."""
    for count in range(1, 1000):
        with town.committed(key) as work:
            if not step(work, group, limit):
                return count
    raise AssertionError("it does not end")


def epochs(town: Town, group: str = "casework") -> list[GroupEpoch]:
    with town.work(writes=False) as work:
        query = select(GroupEpoch).filter_by(group=group).order_by(GroupEpoch.number)
        found = list(work.keys.scalars(query))
        work.keys.expunge_all()
        return found


def made(town: Town, key: str, purpose: str = "thread", *, reporter: bool = False) -> UUID:
    with town.committed(key) as work:
        return new_key(work, "casework", purpose, reporter=reporter)[0]


def test_everything_comes_under_the_new_epoch_and_opens(town: Town) -> None:
    wanted = {
        made(town, who, purpose): purpose
        for who in ("worker", "coordinator")
        for purpose in ("thread", "triage", "contact", "case")
    }
    own = made(town, "worker", reporter=True)
    with town.work("coordinator", writes=False) as work:
        before = {key_id: open_key(work, "casework", p, key_id) for key_id, p in wanted.items()}
    begun(town)
    with town.work("other_coordinator", writes=False) as work:
        for key_id, purpose in wanted.items():
            assert open_key(work, "casework", purpose, key_id) == before[key_id], "meanwhile too"
    assert stepped(town, limit=4) > 1
    old, new = epochs(town)
    assert (old.state, new.state) == (EpochState.CLOSED, EpochState.OPEN)
    assert old.recovery_wrap == b""
    with town.work("other_coordinator", writes=False) as work:
        rows = work.keys.scalars(select(Wrap).where(Wrap.holder == "casework")).all()
        assert {(row.epoch_id, row.form) for row in rows} == {(new.id, "aes")}
        assert not work.keys.scalars(select(Grant).where(Grant.epoch_id == old.id)).all()
        for key_id, purpose in wanted.items():
            assert open_key(work, "casework", purpose, key_id) == before[key_id]
        secret = groups.open_recovery_wrap(RECOVERY, new.recovery_wrap, "casework", new.id)
        assert secret == open_group(work, "casework").secret
    with town.work("worker", writes=False) as work:
        assert open_own_key(work, "thread", own)
    assert len(entries(town, "rotation_begun")) == 1
    assert entries(town, "rotation_done")[0]["details"]["unopened"] == "0"


def test_the_audit_group_rotates_and_its_trail_is_read(town: Town) -> None:
    begun(town, "privacy_officer", "audit")
    stepped(town, "privacy_officer", "audit")
    assert entries(town, "group_founded"), "written under the old epoch, read under the new"


def test_grants_go_to_endorsed_keys_of_active_members_alone(town: Town) -> None:
    third = invited(town, "third", Hat.COORDINATOR)
    with town.committed("coordinator") as work:
        opened = open_group(work, "casework")
        public = users.public_key(third.secret)
        work.keys.add(
            Grant(
                epoch_id=opened.epoch_id,
                account_id=third.account_id,
                wrapped=groups.grant(
                    public, opened.secret, "casework", opened.epoch_id, third.account_id, b"r"
                ),
                endorsement=b"e" * 32,
            )
        )
        other = town.people["other_coordinator"].account_id
        work.data.get_one(Account, other).state = AccountState.DEACTIVATED
    begun(town)
    with town.work(writes=False) as work:
        new = epochs(town)[-1]
        granted = set(work.keys.scalars(select(Grant.account_id).filter_by(epoch_id=new.id)))
    assert granted == {town.people["coordinator"].account_id}


def test_a_member_whose_public_key_was_replaced_gets_nothing(town: Town) -> None:
    other = town.people["other_coordinator"].account_id
    with town.committed() as work:
        work.keys.get_one(UserKey, other).public_key = users.public_key(users.new_user_secret())
    begun(town)
    stepped(town)
    with town.work("other_coordinator", writes=False) as work:
        assert not is_member(work, "casework")


@pytest.mark.parametrize("key", ["worker", "manager", "administrator", "privacy_officer"])
def test_nobody_else_rotates(town: Town, key: str) -> None:
    with town.work(key) as work:
        for verb in (begin, step):
            with pytest.raises(Denied):
                verb(work, "casework")


def test_a_second_begin_is_refused_while_one_runs(town: Town) -> None:
    made(town, "worker")
    begun(town)
    with town.work("other_coordinator") as work, pytest.raises(NotAllowedNow):
        begin(work, "casework")


def test_of_two_who_begin_at_once_one_does(town: Town) -> None:
    told: list[str] = []
    ready = threading.Barrier(2)

    def go(key: str) -> None:
        ready.wait()
        try:
            begun(town, key)
            told.append("begun")
        except (Conflict, NotAllowedNow):
            told.append("refused")

    threads = [
        threading.Thread(target=go, args=(key,)) for key in ("coordinator", "other_coordinator")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(told) == ["begun", "refused"]
    assert [epoch.state for epoch in epochs(town)] == [EpochState.ROTATING, EpochState.OPEN]


@pytest.mark.parametrize("stage", ["old", "new"])
def test_a_wrap_that_somebody_planted_opens_nothing_and_stops_nothing(
    town: Town, stage: str
) -> None:
    good = made(town, "worker")
    begun(town)
    planted = uuid4()
    with town.committed() as work:
        epoch = epochs(town)[0 if stage == "old" else 1]
        wrapping = groups.wrapping_key(groups.new_group_secret(), "casework", epoch.id)
        wrapped = wraps.wrap_with(wrapping, new_record_key(), planted, "thread")
        work.keys.add(
            Wrap(key_id=planted, holder="casework", form="aes", epoch_id=epoch.id, wrapped=wrapped)
        )
    with town.work("coordinator", writes=False) as work, pytest.raises(CannotOpen):
        open_key(work, "casework", "thread", planted)
    stepped(town)
    with town.work("coordinator", writes=False) as work:
        row = work.keys.get_one(Wrap, (planted, "casework"))
        assert row.wrapped == wrapped, "its bytes are kept"
        assert open_key(work, "casework", "thread", good)
        with pytest.raises(CannotOpen):
            open_key(work, "casework", "thread", planted)
        assert progress(work, "casework").spoilt == (1 if stage == "old" else 0)
    old = epochs(town)[0]
    assert old.state == EpochState.CLOSED
    assert bool(old.recovery_wrap) == (stage == "old"), "two shares still reach what is left"


def test_what_is_taken_in_hand_meanwhile_lands_under_the_new_epoch(town: Town) -> None:
    key_id = made(town, "worker")
    begun(town)
    with town.committed("other_coordinator") as work:
        take_in_hand(work, "casework", "thread", key_id)
        assert work.keys.get_one(Wrap, (key_id, "casework")).epoch_id == epochs(town)[1].id
    stepped(town)
    with town.work("coordinator", writes=False) as work:
        assert open_key(work, "casework", "thread", key_id)


def test_a_rotation_is_asked_for_until_it_is_done(town: Town) -> None:
    made(town, "worker")
    with town.committed() as work:
        assert not rotation_due(work, "casework")
        ask_for_rotation(work, "casework")
        assert rotation_due(work, "casework")
        assert not rotation_due(work, "audit")
    begun(town)
    with town.work(writes=False) as work:
        assert rotation_due(work, "casework"), "it is not done yet"
    stepped(town)
    with town.work(writes=False) as work:
        assert not rotation_due(work, "casework")


def test_eight_who_seal_meanwhile_never_land_under_the_closed_epoch(town: Town) -> None:
    sealed: list[UUID] = []
    faults: list[BaseException] = []

    def seal_some() -> None:
        try:
            for _ in range(4):
                sealed.append(made(town, "worker"))
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=seal_some) for _ in range(8)]
    for thread in threads:
        thread.start()
    begun(town)
    stepped(town, limit=3)
    for thread in threads:
        thread.join(60)
    assert not faults
    new = epochs(town)[-1]
    with town.work("coordinator", writes=False) as work:
        for key_id in sealed:
            assert open_key(work, "casework", "thread", key_id)
            assert work.keys.get_one(Wrap, (key_id, "casework")).epoch_id == new.id
    assert len(sealed) == 32


STEPPER = """
import sys
from pathlib import Path
from uuid import UUID
from kit.town import Person, Town, new_house
from signalering.domain.states import Hat
from signalering.models.database import open_engine
from signalering.services.keys.rotate import step
from signalering.vault.kinds import UserSecret
data, keystore, account, secret = sys.argv[1:]
house = new_house(Path(data).parent, *(open_engine(f"sqlite:///{p}") for p in (data, keystore)))
person = Person("c", UUID(account), "c", Hat.COORDINATOR, UserSecret(bytes.fromhex(secret)))
town = Town(house, {"c": person})
print("ready", flush=True)
more = True
while more:
    with town.committed("c") as work:
        more = step(work, "casework", 20)
"""


@pytest.mark.sqlite
def test_killed_at_ten_points_it_goes_on_and_loses_nothing(file_town: Town) -> None:
    town = file_town
    keys: dict[UUID, tuple[RecordKey, str]] = {}
    with town.committed("coordinator") as work:
        opened, epoch = open_group(work, "casework"), epochs(town)[0]
        rows = []
        for number in range(MANY):
            key_id, key = uuid4(), new_record_key()
            purpose = ("thread", "triage", "contact", "case")[number % 4]
            form = "hpke" if number % 10 == 0 else "aes"
            wrapped = (
                wraps.wrap_to_public(epoch.public_key, key, key_id, purpose)
                if form == "hpke"
                else wraps.wrap_with(opened.wrapping_key, key, key_id, purpose)
            )
            keys[key_id] = key, purpose
            rows.append(
                {"key_id": key_id, "holder": "casework", "form": form, "epoch_id": epoch.id}
                | {"wrapped": wrapped}
            )
        work.keys.execute(insert(Wrap), rows)
    begun(town)
    me = town.people["coordinator"]
    files = [str(engine.url.database) for engine in (town.house.data, town.house.keystore)]
    chosen = random.SystemRandom()
    for _ in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", STEPPER, *files, str(me.account_id), me.secret.hex()],
            stdout=subprocess.PIPE,
            env={"PYTHONPATH": "tests:."},
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(chosen.uniform(0.01, 0.2))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
    assert epochs(town)[0].state == EpochState.ROTATING, "the last was killed before the end"
    stepped(town)
    old, new = epochs(town)
    assert old.state == EpochState.CLOSED
    with town.work("other_coordinator", writes=False) as work:
        under = set(work.keys.scalars(select(Wrap.epoch_id).where(Wrap.holder == "casework")))
        assert under == {new.id}
        for key_id, (key, purpose) in keys.items():
            assert open_key(work, KeyGroup.CASEWORK, purpose, key_id) == key
        assert not progress(work, "casework").running


def test_a_holder_whose_grant_was_destroyed_cannot_go_on(town: Town) -> None:
    made(town, "worker")
    begun(town)
    with town.committed() as work:
        mine = Grant.account_id == town.people["other_coordinator"].account_id
        work.keys.execute(delete(Grant).where(mine))
    with town.work("other_coordinator") as work, pytest.raises(CannotOpen):
        step(work, "casework")
