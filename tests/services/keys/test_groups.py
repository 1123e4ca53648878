"""Key groups: founded with a way back, opened by members in their hat, and by nobody else."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from uuid import UUID, uuid4

import pytest
from kit.newcomers import in_hat, invited
from kit.town import PEOPLE, RECOVERY, Town
from kit.trail import entries
from sqlalchemy import delete, select

from signalering.domain.errors import CannotOpen, IntakeClosed, KeysNeeded
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import EpochState, KeyGroup
from signalering.domain.states import Hat
from signalering.models.keys.group import Grant, GroupEpoch, RecoveryKey
from signalering.models.keys.user import UserKey
from signalering.services.keys.groups import is_member, open_epoch, open_group, public_key_of
from signalering.services.sealing import new_key, open_key
from signalering.services.work import Work
from signalering.vault import groups
from signalering.vault.kinds import RecoverySecret
from signalering.vault.shares import new_recovery_secret, recovery_public_key

MEMBERS: Mapping[str, frozenset[str]] = {
    "casework": frozenset({"coordinator", "other_coordinator"}),
    "audit": frozenset({"privacy_officer"}),
}


def epoch_of(work: Work, group: str) -> GroupEpoch:
    return work.keys.scalars(select(GroupEpoch).where(GroupEpoch.group == group)).one()


def rotated(work: Work, group: str) -> UUID:
    """Close the open epoch and open a next one with a grant for the actor."""
    old = epoch_of(work, group)
    recovery = work.keys.get_one(RecoveryKey, old.recovery_key_id)
    secret, epoch_id, me = groups.new_group_secret(), uuid4(), work.by().account_id
    public = public_key_of(work, me)
    assert public is not None
    old.state = EpochState.CLOSED
    work.keys.flush()
    work.keys.add(
        GroupEpoch(
            id=epoch_id,
            group=group,
            number=old.number + 1,
            state=EpochState.OPEN,
            public_key=groups.group_public_key(secret),
            recovery_key_id=recovery.id,
            recovery_wrap=groups.recovery_wrap(recovery.public_key, secret, group, epoch_id),
        )
    )
    work.keys.flush()
    work.keys.add(
        Grant(
            epoch_id=epoch_id,
            account_id=me,
            wrapped=groups.grant(public, secret, group, epoch_id, me, recovery.public_key),
            endorsement=groups.endorsement(secret, me, public),
        )
    )
    work.keys.flush()
    return epoch_id


def test_members_open_their_group_and_nobody_else_does(town: Town) -> None:
    for key, group in product(PEOPLE, KeyGroup):
        with town.work(key, writes=False) as work:
            assert is_member(work, group) is (key in MEMBERS[group]), (key, group)


def test_every_group_of_a_hat_is_founded() -> None:
    assert set(MEMBERS) == set(KeyGroup) == set(KEY_GROUP_OF_HAT.values())


@pytest.mark.parametrize("group", KeyGroup)
def test_founding_makes_one_open_epoch_that_two_shares_bring_back(town: Town, group: str) -> None:
    with town.work(next(iter(MEMBERS[group])), writes=False) as work:
        epoch = epoch_of(work, group)
        assert (epoch.number, epoch.state) == (1, EpochState.OPEN)
        secret = groups.open_recovery_wrap(RECOVERY, epoch.recovery_wrap, group, epoch.id)
        assert secret == open_group(work, group).secret
        assert groups.group_public_key(secret) == epoch.public_key
        with pytest.raises(CannotOpen):
            groups.open_recovery_wrap(
                RecoverySecret(b"\x08" * 32), epoch.recovery_wrap, group, epoch.id
            )


def test_founding_makes_one_recovery_key_and_it_is_current(town: Town) -> None:
    with town.work(writes=False) as work:
        recovery = work.keys.scalars(select(RecoveryKey)).one()
        assert recovery.current
        assert recovery.public_key == recovery_public_key(RECOVERY)


def test_founding_is_accounted_for_the_audit_group_included(town: Town) -> None:
    founded = entries(town, "group_founded")
    assert sorted(entry["details"]["group"] for entry in founded) == sorted(KeyGroup)


@pytest.mark.parametrize("group", KeyGroup)
def test_every_member_is_endorsed_by_the_group(town: Town, group: str) -> None:
    with town.work(next(iter(MEMBERS[group])), writes=False) as work:
        secret = open_group(work, group).secret
        epoch = open_epoch(work, group)
        grants = work.keys.scalars(select(Grant).where(Grant.epoch_id == epoch.id)).all()
        assert {grant.account_id for grant in grants} == {
            town.people[key].account_id for key in MEMBERS[group]
        }
        for grant in grants:
            public = work.keys.get_one(UserKey, grant.account_id).public_key
            assert groups.endorsed(secret, grant.account_id, public, grant.endorsement)
            assert not groups.endorsed(secret, uuid4(), public, grant.endorsement)


def test_the_keys_of_a_coordinator_stay_shut_in_another_hat(town: Town) -> None:
    for hat, group in product(set(Hat) - {Hat.COORDINATOR}, KeyGroup):
        with in_hat(town, "coordinator", hat) as work:
            assert not is_member(work, group), hat
            with pytest.raises(CannotOpen):
                open_group(work, group)


def test_what_was_opened_shuts_when_the_hat_changes(town: Town) -> None:
    with town.work("coordinator", writes=False) as work:
        open_group(work, "casework")
        work.actor = replace(work.by(), hat=Hat.MANAGER)
        with pytest.raises(CannotOpen):
            open_group(work, "casework")


def test_without_a_user_secret_nothing_opens(town: Town) -> None:
    with town.work("coordinator", writes=False) as work:
        work.opened.user_secret = None
        assert not is_member(work, "casework")
        with pytest.raises(KeysNeeded):
            open_group(work, "casework")


def test_a_hat_without_a_grant_opens_nothing(town: Town) -> None:
    invited(town, "newcomer", Hat.COORDINATOR)
    with town.work("newcomer", writes=False) as work:
        assert not is_member(work, "casework")


def test_a_grant_that_was_taken_away_opens_nothing(town: Town) -> None:
    me = town.people["coordinator"].account_id
    with town.committed() as work:
        work.keys.execute(delete(Grant).where(Grant.account_id == me))
    with town.work("coordinator", writes=False) as work:
        assert not is_member(work, "casework")


def test_a_grant_copied_to_somebody_else_opens_nothing(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    with town.committed() as work:
        mine = work.keys.scalars(
            select(Grant).where(Grant.account_id == town.people["coordinator"].account_id)
        ).one()
        work.keys.add(
            Grant(
                epoch_id=mine.epoch_id,
                account_id=newcomer.account_id,
                wrapped=mine.wrapped,
                endorsement=mine.endorsement,
            )
        )
    with town.work("newcomer", writes=False) as work:
        assert not is_member(work, "casework")


def test_a_swapped_recovery_key_is_refused(town: Town) -> None:
    """Somebody who can write to the keystore puts a recovery key of their own into it."""
    with town.committed() as work:
        recovery = work.keys.scalars(select(RecoveryKey)).one()
        recovery.public_key = recovery_public_key(new_recovery_secret())
    for key, group in (("coordinator", "casework"), ("privacy_officer", "audit")):
        with town.work(key, writes=False) as work:
            with pytest.raises(CannotOpen):
                open_group(work, group)
            assert not is_member(work, group)


def test_an_epoch_pointed_at_another_recovery_key_is_refused(town: Town) -> None:
    with town.committed() as work:
        other = RecoveryKey(public_key=recovery_public_key(new_recovery_secret()), current=True)
        work.keys.add(other)
        work.keys.flush()
        epoch_of(work, "casework").recovery_key_id = other.id
    with town.work("coordinator", writes=False) as work:
        assert not is_member(work, "casework")


def test_a_swapped_group_key_is_noticed_by_its_members(town: Town) -> None:
    """Else every signal would from then on be sealed to whoever put it there."""
    with town.committed() as work:
        foreign = groups.group_public_key(groups.new_group_secret())
        epoch_of(work, "casework").public_key = foreign
    with town.work("coordinator", writes=False) as work, pytest.raises(CannotOpen):
        open_group(work, "casework")
    with town.work("coordinator") as work, pytest.raises(IntakeClosed) as refused:
        new_key(work, "casework", "case")
    assert refused.value.code == "key_alarm"


@pytest.mark.parametrize("state", [EpochState.CLOSED, EpochState.ROTATING])
def test_while_no_epoch_is_open_nothing_is_sealed(town: Town, state: EpochState) -> None:
    with town.committed("worker") as work:
        key_id, _ = new_key(work, "casework", "thread")
    with town.committed() as work:
        epoch_of(work, "casework").state = state
    with town.work("worker") as work, pytest.raises(IntakeClosed):
        new_key(work, "casework", "thread")
    with town.work("coordinator") as work:
        assert not is_member(work, "casework")
        with pytest.raises(CannotOpen):
            open_key(work, "casework", "thread", key_id)


def test_a_wrap_under_a_closed_epoch_is_refused(town: Town) -> None:
    with town.committed("coordinator") as work:
        old, _ = new_key(work, "casework", "case")
        rotated(work, "casework")
    with town.work("coordinator") as work:
        assert is_member(work, "casework"), "the next epoch is theirs"
        new, key = new_key(work, "casework", "case")
        assert open_key(work, "casework", "case", new) == key
        with pytest.raises(CannotOpen):
            open_key(work, "casework", "case", old)
    with town.work("other_coordinator", writes=False) as work:
        assert not is_member(work, "casework"), "nobody granted them the next one"


def test_an_epoch_that_closes_meanwhile_opens_nothing_more(town: Town) -> None:
    """The group's secret is open already; the wrap's epoch is asked again all the same."""
    with town.committed("coordinator") as work:
        key_id, _ = new_key(work, "casework", "case")
    with town.work("coordinator") as work:
        open_group(work, "casework")
        epoch_of(work, "casework").state = EpochState.CLOSED
        work.keys.flush()
        with pytest.raises(CannotOpen):
            open_key(work, "casework", "case", key_id)


def test_the_public_key_of_an_account_is_the_one_its_secret_yields(town: Town) -> None:
    with town.work(writes=False) as work:
        public = public_key_of(work, town.people["worker"].account_id)
        assert public is not None
        assert public == work.keys.get_one(UserKey, town.people["worker"].account_id).public_key
        assert public_key_of(work, uuid4()) is None
