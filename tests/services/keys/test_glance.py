"""What every page asks at a glance is what those are told who do something about it."""

from collections.abc import Callable
from typing import Any

import pytest
from kit.newcomers import invited
from kit.people import forgot
from kit.town import Town
from sqlalchemy import delete, update

from signalering.domain.lifecycles import AccountState, EpochState, KeyGroup
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.keys.group import GroupEpoch
from signalering.models.keys.user import UserKey, UserWrap
from signalering.services.keys.coverage import holders
from signalering.services.keys.glance import any_with_keys, glance, who_forgot
from signalering.services.keys.rotate import ask_for_rotation, rotation_due
from signalering.services.keys.waiting import accounts_without_grant, waiting_reporters


def _in_keystore(statement: Any) -> Callable[[Town], None]:
    def change(town: Town) -> None:
        with town.committed() as work:
            work.keys.execute(statement)

    return change


def _stands_as(state: AccountState) -> Callable[[Town], None]:
    def change(town: Town) -> None:
        who = town.people["coordinator"].account_id
        with town.committed() as work:
            work.data.execute(update(Account).where(Account.id == who).values(state=state.value))

    return change


def _asked(town: Town) -> None:
    with town.committed() as work:
        ask_for_rotation(work, KeyGroup.AUDIT)


STATES: dict[str, Callable[[Town], Any]] = {
    "settled": lambda _: None,
    "a newcomer waits": lambda town: invited(town, "newcomer", Hat.COORDINATOR),
    "a reporter forgot": lambda town: forgot(town, "worker"),
    "nobody made a key pair": lambda town: (
        invited(town, "newcomer", Hat.COORDINATOR),
        forgot(town, "worker"),
        _in_keystore(delete(UserKey))(town),
    ),
    "one left": _stands_as(AccountState.DEACTIVATED),
    "one was reset": _stands_as(AccountState.INVITED),
    "nobody can unlock": _in_keystore(delete(UserWrap)),
    "a rotation is asked for": _asked,
    "a rotation runs": _in_keystore(update(GroupEpoch).values(state=EpochState.ROTATING.value)),
    "no key is open": _in_keystore(update(GroupEpoch).values(state=EpochState.CLOSED.value)),
}


@pytest.mark.parametrize("state", STATES)
def test_a_glance_says_the_same(town: Town, state: str) -> None:
    STATES[state](town)
    with town.work(writes=False) as work:
        seen, forgotten = glance(work), who_forgot(work)[1]
        for group in KeyGroup:
            lacking = accounts_without_grant(work, group)
            assert seen.groups[group].holders == holders(work, group), group
            assert seen.groups[group].lacking == {one.id for one in lacking}, group
            assert seen.groups[group].due == rotation_due(work, group), group
            waits = any(work.keys.get(UserKey, one.id) for one in lacking)
            assert any_with_keys(work, seen.groups[group].lacking) == waits, group
        assert any_with_keys(work, forgotten) == bool(waiting_reporters(work))
