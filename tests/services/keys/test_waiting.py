"""Who waits for the key, and how it is given after a call."""

import pytest
from kit.newcomers import invited
from kit.people import forgot, told
from kit.town import Town

from signalering.domain.commands.keys.grant import GiveKey
from signalering.domain.errors import CannotOpen, Denied, InvalidInput, NotFound
from signalering.domain.states import Hat
from signalering.services.keys.grant import give
from signalering.services.keys.groups import is_member
from signalering.services.keys.waiting import waiting, waiting_person


def test_a_holder_sees_who_waits_without_the_last_digits(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    invited(town, "officer", Hat.PRIVACY_OFFICER)
    with town.work("coordinator") as work:
        view = waiting(work)
    assert view.holds
    ((person),) = view.colleagues
    shown, _heard = told(town, newcomer.account_id)
    assert (person.account_id, person.shown) == (newcomer.account_id, shown)
    with town.work("privacy_officer") as work:
        assert [one.name for one in waiting(work).colleagues] == ["Nieuw officer"]


def test_who_waits_sees_that_the_key_lacks(town: Town) -> None:
    invited(town, "newcomer", Hat.COORDINATOR)
    with town.work("newcomer") as work:
        view = waiting(work)
    assert not view.holds
    assert view.colleagues == ()


def test_a_compared_key_is_granted(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    with town.committed("coordinator") as work:
        give(work, GiveKey(newcomer.account_id, *told(town, newcomer.account_id)))
    with town.work("newcomer", writes=False) as work:
        assert is_member(work, "casework")
    with town.work("coordinator", writes=False) as work, pytest.raises(NotFound):
        waiting_person(work, newcomer.account_id)


def test_a_coordinator_who_forgot_gets_it_back_from_a_colleague(town: Town) -> None:
    account_id = forgot(town, "coordinator").account_id
    with town.work("coordinator", writes=False) as work:
        assert not is_member(work, "casework")
    with town.committed("other_coordinator") as work:
        give(work, GiveKey(account_id, *told(town, account_id)))
    with town.work("coordinator", writes=False) as work:
        assert is_member(work, "casework")


def test_other_digits_grant_nothing(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    shown, heard = told(town, newcomer.account_id)
    for wrong in (f"{(int(heard) + 1) % 10000:04d}", "", heard[:3], shown):
        with town.work("coordinator") as work, pytest.raises(InvalidInput) as error:
            give(work, GiveKey(newcomer.account_id, shown, wrong))
        assert error.value.code == "fingerprint_differs"


def test_a_key_that_changed_between_page_and_button_is_refused(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    shown, heard = told(town, newcomer.account_id)
    forgot(town, "newcomer")
    with town.work("coordinator") as work, pytest.raises(InvalidInput) as error:
        give(work, GiveKey(newcomer.account_id, shown, heard))
    assert error.value.code == "key_changed_meanwhile"


def test_who_has_no_key_gives_none(town: Town) -> None:
    newcomer = invited(town, "newcomer", Hat.COORDINATOR)
    command = GiveKey(newcomer.account_id, *told(town, newcomer.account_id))
    for key in ("worker", "manager", "administrator"):
        with town.work(key) as work, pytest.raises(Denied):
            give(work, command)
    with town.work("newcomer") as work, pytest.raises(CannotOpen):
        give(work, command)
