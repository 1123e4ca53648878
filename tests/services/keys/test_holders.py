"""Who holds a key, who waits for one, and where one loss would lock everybody out."""

import pytest
from kit.town import Town
from sqlalchemy import delete

from signalering.domain.errors import Denied
from signalering.domain.lifecycles import AccountState
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant
from signalering.models.keys.user import UserKey
from signalering.services.keys.holders import list_holders
from signalering.vault.groups import fingerprint


def test_holders_have_the_fingerprint_of_their_own_key(town: Town) -> None:
    with town.committed("administrator") as work:
        casework, audit = list_holders(work)
        for holder in (*casework.holders, *audit.holders):
            stored = work.keys.get_one(UserKey, holder.account_id)
            assert holder.fingerprint == fingerprint(stored.public_key)
    assert (len(casework.holders), casework.too_few) == (2, False)
    assert (len(audit.holders), audit.too_few) == (1, True)


def test_who_left_does_not_count_and_who_lacks_the_key_waits(town: Town) -> None:
    with town.committed() as work:
        left = town.people["coordinator"].account_id
        work.data.get_one(Account, left).state = AccountState.DEACTIVATED
        lacks = town.people["other_coordinator"].account_id
        work.keys.execute(delete(Grant).where(Grant.account_id == lacks))
    with town.committed("privacy_officer") as work:
        casework, _ = list_holders(work)
    assert [holder.active for holder in casework.holders] == [False]
    assert casework.too_few
    assert casework.waiting == ("Coby Dinator",)


@pytest.mark.parametrize("person", ["worker", "coordinator", "manager"])
def test_others_may_not(file_town: Town, person: str) -> None:
    with file_town.work(person) as work, pytest.raises(Denied):
        list_holders(work)
