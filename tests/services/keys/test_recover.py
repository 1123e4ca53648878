"""All holders gone: two shares bring the keys back; a new recovery key shuts out the old one."""

import pytest
from kit.town import RECOVERY, Town
from kit.trail import entries
from sqlalchemy import delete, select

from signalering.domain.errors import CannotOpen, Conflict, InvalidInput
from signalering.models.keys.group import Grant, GroupEpoch, RecoveryKey
from signalering.models.keys.user import UserKey
from signalering.models.network.outbox import OutboxMail
from signalering.services.keys.groups import is_member
from signalering.services.keys.recover import recover
from signalering.services.keys.renew_recovery import renew_recovery, secrets_of
from signalering.services.keys.rotate import begin
from signalering.services.sealing import new_key, open_key
from signalering.vault import groups, users
from signalering.vault.kinds import RecoverySecret
from signalering.vault.shares import new_recovery_secret, recovery_public_key


def renewed(town: Town) -> RecoverySecret:
    secret = new_recovery_secret()
    found = {}
    for key, group in (("coordinator", "casework"), ("privacy_officer", "audit")):
        with town.work(key) as work:
            found |= secrets_of(work, group)
    with town.committed("privacy_officer") as work:
        renew_recovery(work, found, recovery_public_key(secret))
    return secret


def test_two_shares_bring_the_keys_of_both_epochs_back(town: Town) -> None:
    with town.committed("worker") as work:
        key_id, key = new_key(work, "casework", "thread")
    with town.committed("coordinator") as work:
        begin(work, "casework")
    with town.committed() as work:
        work.keys.execute(delete(Grant))
    email = town.people["other_coordinator"].email
    with town.committed() as work:
        assert recover(work, email, RECOVERY) == ["casework"]
    with town.work("other_coordinator", writes=False) as work:
        assert open_key(work, "casework", "thread", key_id) == key
    with town.work(writes=False) as work:
        mails = work.data.scalars(select(OutboxMail).filter_by(kind="keys_recovered")).all()
        assert {mail.account_id for mail in mails} == {
            person.account_id for person in town.people.values()
        }


@pytest.mark.parametrize(("key", "only"), [("worker", None), ("coordinator", "audit")])
def test_the_hat_must_need_the_key(town: Town, key: str, only: str | None) -> None:
    with town.work() as work, pytest.raises(InvalidInput) as refused:
        recover(work, town.people[key].email, RECOVERY, only)
    assert refused.value.code == "hat_needs_no_key"


def test_other_shares_and_nobody_are_refused(town: Town) -> None:
    with town.work() as work:
        with pytest.raises(InvalidInput) as refused:
            recover(work, town.people["coordinator"].email, RecoverySecret(b"\x08" * 32))
        assert refused.value.code == "other_shares"
        with pytest.raises(InvalidInput):
            recover(work, "niemand@proefdorp.test", RECOVERY)


def test_a_renewed_recovery_key_opens_and_the_old_one_does_not(town: Town) -> None:
    secret = renewed(town)
    for key, group in (
        ("coordinator", "casework"),
        ("other_coordinator", "casework"),
        ("privacy_officer", "audit"),
    ):
        with town.work(key, writes=False) as work:
            assert is_member(work, group), key
    with town.work(writes=False) as work:
        current = work.keys.scalars(select(RecoveryKey).filter_by(current=True)).one()
        assert current.public_key == recovery_public_key(secret)
        for epoch in work.keys.scalars(select(GroupEpoch)):
            wrap = (epoch.recovery_wrap, epoch.group, epoch.id)
            assert groups.open_recovery_wrap(secret, *wrap)
            with pytest.raises(CannotOpen):
                groups.open_recovery_wrap(RECOVERY, *wrap)
    assert entries(town, "recovery_renewed")[0]["details"]["count"] == "3"
    with town.committed() as work:
        assert recover(work, town.people["coordinator"].email, secret)


def test_a_member_whose_key_nobody_endorsed_is_left_out(town: Town) -> None:
    other = town.people["other_coordinator"].account_id
    with town.committed() as work:
        work.keys.get_one(UserKey, other).public_key = users.public_key(users.new_user_secret())
    renewed(town)
    with town.work(writes=False) as work:
        assert other not in set(work.keys.scalars(select(Grant.account_id)))


def test_a_rotation_that_began_meanwhile_is_not_run_over(town: Town) -> None:
    found = {}
    for key, group in (("coordinator", "casework"), ("privacy_officer", "audit")):
        with town.work(key) as work:
            found |= secrets_of(work, group)
    with town.committed("coordinator") as work:
        begin(work, "casework")
    with town.work("coordinator") as work, pytest.raises(Conflict):
        renew_recovery(work, found, recovery_public_key(new_recovery_secret()))
