"""Anybody who writes to the database can seal a grant to a member: while an epoch is emptied, no
wrap is judged by a secret that nobody vouched for."""

from uuid import UUID

import pytest
from kit.town import RECOVERY, Town
from kit.trail import entries
from sqlalchemy import delete, select, update

from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import EpochState
from signalering.models.keys.forgotten import KeyAlarm
from signalering.models.keys.group import Grant, GroupEpoch, RecoveryKey, Wrap
from signalering.models.keys.user import UserKey
from signalering.services.keys.recover import recover
from signalering.services.keys.renew_recovery import renew_recovery, secrets_of
from signalering.services.keys.rotate import begin, progress, step
from signalering.services.sealing import new_key, open_key
from signalering.vault import groups, wraps
from signalering.vault.kinds import GroupSecret, new_record_key
from signalering.vault.shares import new_recovery_secret, recovery_public_key


def rotating(town: Town) -> tuple[UUID, UUID]:
    """A key under the epoch that is being emptied, and that epoch."""
    with town.committed("worker") as work:
        key_id, _ = new_key(work, "casework", "thread")
    with town.committed("coordinator") as work:
        begin(work, "casework")
        old = work.keys.scalars(
            select(GroupEpoch).filter_by(group="casework", state=EpochState.ROTATING)
        ).one()
        return key_id, old.id


def forge(town: Town, epoch_id: UUID, *, everything: bool) -> GroupSecret:
    """Seal another secret to the coordinator; with `everything` all that goes with it, too."""
    me = town.people["coordinator"].account_id
    forged = groups.new_group_secret()
    with town.committed() as work:
        recovery = work.keys.scalars(select(RecoveryKey).filter_by(current=True)).one()
        public = work.keys.get_one(UserKey, me).public_key
        grant = work.keys.get_one(Grant, (epoch_id, me))
        grant.wrapped = groups.grant(public, forged, "casework", epoch_id, me, recovery.public_key)
        if everything:
            epoch = work.keys.get_one(GroupEpoch, epoch_id)
            epoch.public_key = groups.group_public_key(forged)
            epoch.recovery_wrap = groups.recovery_wrap(
                recovery.public_key, forged, "casework", epoch_id
            )
            grant.endorsement = groups.voucher(groups.new_group_secret(), epoch_id, forged)
            planted = UUID(int=7)
            wrapping = groups.wrapping_key(forged, "casework", epoch_id)
            wrapped = wraps.wrap_with(wrapping, new_record_key(), planted, "thread")
            work.keys.add(
                Wrap(
                    key_id=planted,
                    holder="casework",
                    form="aes",
                    epoch_id=epoch_id,
                    wrapped=wrapped,
                )
            )
    return forged


@pytest.mark.parametrize("everything", [False, True])
def test_no_wrap_is_spoilt_by_it_and_it_is_told(town: Town, everything: bool) -> None:
    key_id, old_id = rotating(town)
    forge(town, old_id, everything=everything)
    with town.work("coordinator") as work, pytest.raises(CannotOpen):
        step(work, "casework")
    with town.work("coordinator", writes=False) as work:
        assert progress(work, "casework").spoilt == 0
        assert work.keys.get_one(Wrap, (key_id, "casework")).epoch_id == old_id
        assert [alarm.object_id for alarm in work.keys.scalars(select(KeyAlarm))] == [old_id]
    assert len(entries(town, "key_alarm_raised")) == 1


def test_a_colleague_goes_on_and_that_ends_the_alarm(town: Town) -> None:
    key_id, old_id = rotating(town)
    forge(town, old_id, everything=False)
    with town.work("coordinator") as work, pytest.raises(CannotOpen):
        step(work, "casework")
    with town.committed("other_coordinator") as work:
        assert not step(work, "casework")
    with town.work("coordinator", writes=False) as work:
        assert open_key(work, "casework", "thread", key_id)
        assert not work.keys.scalars(select(KeyAlarm)).all()
    assert entries(town, "key_alarm_ended")
    assert entries(town, "rotation_done")[0]["details"]["unopened"] == "0"


def test_a_replaced_public_key_of_the_old_epoch_stops_nothing(town: Town) -> None:
    key_id, old_id = rotating(town)
    with town.committed() as work:
        other = groups.group_public_key(groups.new_group_secret())
        work.keys.get_one(GroupEpoch, old_id).public_key = other
    with town.work("coordinator", writes=False) as work:
        assert open_key(work, "casework", "thread", key_id)
    with town.committed("coordinator") as work:
        assert not step(work, "casework")


def test_two_shares_vouch_for_the_old_secret_and_for_no_other(town: Town) -> None:
    key_id, old_id = rotating(town)
    email = town.people["other_coordinator"].email
    with town.committed() as work:
        work.keys.execute(delete(Grant))
        before = work.keys.get_one(GroupEpoch, old_id).recovery_wrap
        recovery = work.keys.scalars(select(RecoveryKey).filter_by(current=True)).one()
        work.keys.get_one(GroupEpoch, old_id).recovery_wrap = groups.recovery_wrap(
            recovery.public_key, groups.new_group_secret(), "casework", old_id
        )
    with town.work() as work, pytest.raises(CannotOpen):
        recover(work, email, RECOVERY)
    with town.committed() as work:
        work.keys.execute(
            update(GroupEpoch).where(GroupEpoch.id == old_id).values(recovery_wrap=before)
        )
        recover(work, email, RECOVERY)
    with town.committed("other_coordinator") as work:
        assert not step(work, "casework")
        assert progress(work, "casework").spoilt == 0
        assert open_key(work, "casework", "thread", key_id)


def test_a_new_recovery_key_amid_a_rotation_leaves_both_epochs_open(town: Town) -> None:
    key_id, _ = rotating(town)
    found: dict[UUID, GroupSecret] = {}
    for key, group in (("coordinator", "casework"), ("privacy_officer", "audit")):
        with town.work(key) as work:
            found |= secrets_of(work, group)
    with town.committed("privacy_officer") as work:
        renew_recovery(work, found, recovery_public_key(new_recovery_secret()))
    with town.committed("other_coordinator") as work:
        assert open_key(work, "casework", "thread", key_id)
        assert not step(work, "casework")
        assert progress(work, "casework").spoilt == 0
