"""Hats change: what a hat opened goes with it."""

import pytest
from kit.newcomers import invited
from kit.partners import stopped
from kit.people import account_of
from kit.signals import row_of, taken
from kit.town import Town
from kit.trail import entries

from signalering.domain.commands.accounts.hats import ChangeHats
from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import KeyGroup
from signalering.domain.states import Hat, SignalState
from signalering.models.keys.user import Credential
from signalering.services.accounts.hats import change_hats
from signalering.services.keys.coverage import holders


def changed(town: Town, key: str, *hats: Hat) -> None:
    with town.committed("administrator") as work:
        change_hats(work, ChangeHats(town.people[key].account_id, frozenset(hats)))


def refused(town: Town, key: str, *hats: Hat) -> str:
    with town.work("administrator") as work, pytest.raises(InvalidInput) as error:
        change_hats(work, ChangeHats(town.people[key].account_id, frozenset(hats)))
    return error.value.code


def test_without_the_hat_no_key_and_no_work_in_hand(town: Town) -> None:
    signal_id = taken(town)
    changed(town, "coordinator", Hat.MANAGER)
    account = account_of(town, "coordinator")
    assert [row.hat for row in account.hats] == [Hat.MANAGER]
    assert account.session_epoch == 1
    assert row_of(town, signal_id).state == SignalState.NEW
    with town.work(writes=False) as work:
        assert holders(work, KeyGroup.CASEWORK) == {town.people["other_coordinator"].account_id}
    (entry,) = entries(town, "hats_changed")
    assert entry["details"] == {"hats": "manager"}


def test_an_added_hat_keeps_the_key(town: Town) -> None:
    changed(town, "coordinator", Hat.COORDINATOR, Hat.MANAGER)
    with town.work(writes=False) as work:
        assert len(holders(work, KeyGroup.CASEWORK)) == 2


def test_a_hat_that_asks_for_more_words_begins_with_a_new_log_in(town: Town) -> None:
    changed(town, "manager", Hat.MANAGER, Hat.COORDINATOR)
    with town.work(writes=False) as work:
        assert work.keys.get(Credential, town.people["manager"].account_id) is None


def test_the_same_hats_change_nothing(town: Town) -> None:
    changed(town, "manager", Hat.MANAGER)
    assert account_of(town, "manager").session_epoch == 0
    assert entries(town, "hats_changed") == []


def test_what_cannot_be_is_refused(town: Town) -> None:
    assert refused(town, "manager", Hat.MANAGER, Hat.PRIVACY_OFFICER) == "hats_together"
    assert refused(town, "manager") == "required"
    assert refused(town, "manager", Hat.FRONTLINE) == "needs_partner"
    assert refused(town, "administrator", Hat.MANAGER) == "last_administrator"
    assert refused(town, "privacy_officer", Hat.MANAGER) == "last_key_holder"


def test_who_begins_to_report_does_so_for_who_takes_part(town: Town) -> None:
    changed(town, "worker", Hat.MANAGER)
    stopped(town)
    assert refused(town, "worker", Hat.FRONTLINE) == "partner_stopped"


def test_an_administrator_of_two_may_lay_it_down(town: Town) -> None:
    invited(town, "second", Hat.ADMINISTRATOR)
    changed(town, "administrator", Hat.MANAGER)
    assert [row.hat for row in account_of(town, "administrator").hats] == [Hat.MANAGER]
