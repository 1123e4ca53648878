"""A colleague is granted a group's key by a holder, and opens what was sealed before."""

from uuid import UUID, uuid4

import pytest
from kit.newcomers import in_hat, invited
from kit.town import Town
from kit.trail import entries
from sqlalchemy import func, select

from signalering.domain.errors import CannotOpen, InvalidInput
from signalering.domain.states import Hat
from signalering.models.keys.group import Grant
from signalering.models.keys.user import UserKey
from signalering.services.keys.grant import grant
from signalering.services.keys.groups import is_member, open_group, public_key_of
from signalering.services.sealing import new_key, open_key, open_payload, seal_payload
from signalering.vault import groups
from signalering.vault.seals import Slot

STRANGERS = ("worker", "manager", "administrator", "privacy_officer")


def grants(town: Town) -> int:
    with town.work(writes=False) as work:
        return work.keys.scalar(select(func.count()).select_from(Grant)) or 0


def refused(town: Town, by: str, group: str, account_id: UUID) -> str:
    """The code of the refusal; no grant came of it."""
    before = grants(town)
    with town.work(by) as work, pytest.raises(InvalidInput) as error:
        grant(work, group, account_id)
    assert grants(town) == before
    return error.value.code


@pytest.mark.parametrize("sealed_by", ["worker", "coordinator"])
def test_a_granted_colleague_opens_what_was_sealed_before(town: Town, sealed_by: str) -> None:
    slot = Slot("thread_entry", "sealed", uuid4(), 1)
    with town.committed(sealed_by) as work:
        key_id, key = new_key(work, "casework", "thread")
        sealed = seal_payload(key, slot, {"kind": "note", "text": "Zit veel binnen."})
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    with town.work("newcomer", writes=False) as work, pytest.raises(CannotOpen):
        open_key(work, "casework", "thread", key_id)
    with town.committed("coordinator") as work:
        grant(work, "casework", newcomer.account_id)
    with town.work("newcomer", writes=False) as work:
        found = open_payload(open_key(work, "casework", "thread", key_id), slot, sealed)
    assert found == {"kind": "note", "text": "Zit veel binnen."}


def test_a_granted_colleague_grants_on(town: Town) -> None:
    first, second = (invited(town, key, Hat.COORDINATOR) for key in ("first", "second"))
    with town.committed("coordinator") as work:
        grant(work, "casework", first.account_id)
    with town.committed("first") as work:
        grant(work, "casework", second.account_id)
    with town.work("second", writes=False) as work:
        assert is_member(work, "casework")


def test_a_second_privacy_officer_reads_the_trail_from_the_start(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.PRIVACY_OFFICER)
    with town.committed("privacy_officer") as work:
        grant(work, "audit", newcomer.account_id)
    with town.work("newcomer", writes=False) as work:
        assert is_member(work, "audit")
        assert not is_member(work, "casework")


def test_the_grant_endorses_the_key_it_was_sealed_to(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    with town.committed("coordinator") as work:
        grant(work, "casework", newcomer.account_id)
    with town.work("other_coordinator", writes=False) as work:
        opened = open_group(work, "casework")
        row = work.keys.get_one(Grant, (opened.epoch_id, newcomer.account_id))
        public = public_key_of(work, newcomer.account_id)
        other = work.keys.get_one(UserKey, town.people["worker"].account_id).public_key
        assert public is not None
        assert groups.endorsed(opened.secret, newcomer.account_id, public, row.endorsement)
        assert not groups.endorsed(opened.secret, newcomer.account_id, other, row.endorsement)


def test_a_grant_is_accounted_for_once(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    with town.committed("coordinator") as work:
        grant(work, "casework", newcomer.account_id)
    (entry,) = entries(town, "grant_made")
    assert entry["actor"] == str(town.people["coordinator"].account_id)
    assert entry["object"] == str(newcomer.account_id)
    assert entry["details"] == {"group": "casework"}


def test_who_does_not_hold_the_key_grants_nothing(town: Town) -> None:
    """The newcomer, to themselves, as little as anybody else."""
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    before = grants(town)
    for by in (*STRANGERS, "newcomer"):
        with town.work(by) as work, pytest.raises(CannotOpen):
            grant(work, "casework", newcomer.account_id)
    assert grants(town) == before


def test_a_holder_in_another_hat_grants_nothing(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    with in_hat(town, "coordinator", Hat.ADMINISTRATOR) as work, pytest.raises(CannotOpen):
        grant(work, "casework", newcomer.account_id)


def test_a_hat_that_needs_no_key_of_this_group_gets_none(town: Town) -> None:
    for key in STRANGERS:
        account_id = town.people[key].account_id
        assert refused(town, "coordinator", "casework", account_id) == "hat_needs_no_key"


def test_nobody_gets_a_second_grant(town: Town) -> None:
    account_id = town.people["other_coordinator"].account_id
    assert refused(town, "coordinator", "casework", account_id) == "has_key_already"


def test_an_unknown_account_gets_none(town: Town) -> None:
    assert refused(town, "coordinator", "casework", uuid4()) == "no_key_pair"


def test_an_account_without_a_key_pair_gets_none(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    with town.committed() as work:
        work.keys.delete(work.keys.get_one(UserKey, newcomer.account_id))
    assert refused(town, "coordinator", "casework", newcomer.account_id) == "no_key_pair"
