"""The ceremony of a new installation is whole or it isn't."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from kit.town import RECOVERY, new_house, settings_for
from sqlalchemy import func, select

from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.errors import InvalidInput
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.database import open_engine
from signalering.models.keys.group import GroupEpoch, RecoveryKey
from signalering.models.tables import METADATA
from signalering.services.accounts.actors import actor_of
from signalering.services.keys.groups import is_member
from signalering.services.keys.marks import wrong_secrets
from signalering.services.keys.set_up import newcomer, set_up
from signalering.services.opened import Opened
from signalering.services.work import House, open_work
from signalering.vault.passphrases import normalise
from signalering.vault.shares import recovery_public_key

COORDINATOR = Invite("cor@proefdorp.test", "Cor Dinator", frozenset({Hat.COORDINATOR}), None)
OFFICER = Invite("po@proefdorp.test", "Po Officer", frozenset({Hat.PRIVACY_OFFICER}), None)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house that nobody has moved into."""
    data, keystore = (
        open_engine(f"sqlite:///{tmp_path / name}.sqlite") for name in ("data", "keystore")
    )
    METADATA[""].create_all(data)
    METADATA["keystore"].create_all(keystore)
    yield new_house(tmp_path, data, keystore)
    data.dispose()
    keystore.dispose()


def test_the_first_people_can_open_their_groups(house: House) -> None:
    people = [newcomer(house.settings, command)[0] for command in (COORDINATOR, OFFICER)]
    with open_work(house, writes=True) as work:
        set_up(work, recovery_public_key(RECOVERY), people)
        work.commit()
    for (command, enrolment), group in zip(people, ("casework", "audit"), strict=True):
        with open_work(house, writes=False) as work:
            from_row = work.data.get_one(Account, enrolment.account_id)
            assert from_row.email == command.email
            work.actor = actor_of(work, from_row, next(iter(command.hats)))
            work.opened = Opened(enrolment.account_id, enrolment.secret)
            assert is_member(work, group)
            assert wrong_secrets(work) == []


@pytest.mark.parametrize("alone", [COORDINATOR, OFFICER])
def test_a_group_without_a_holder_is_not_founded(house: House, alone: Invite) -> None:
    person, _ = newcomer(house.settings, alone)
    with open_work(house, writes=True) as work, pytest.raises(InvalidInput) as error:
        set_up(work, recovery_public_key(RECOVERY), [person])
    assert error.value.code == "group_without_holder"
    with open_work(house, writes=False) as work:
        for model in (GroupEpoch, RecoveryKey):
            assert work.keys.scalar(select(func.count()).select_from(model)) == 0


def test_an_invitation_that_cannot_be_undoes_everything(house: House) -> None:
    commands = (COORDINATOR, OFFICER, replace(OFFICER, name="Again"))
    people = [newcomer(house.settings, command)[0] for command in commands]
    with open_work(house, writes=True) as work, pytest.raises(InvalidInput):
        set_up(work, recovery_public_key(RECOVERY), people)
    with open_work(house, writes=False) as work:
        assert work.data.scalar(select(func.count()).select_from(Account)) == 0
        assert work.keys.scalar(select(func.count()).select_from(GroupEpoch)) == 0


@pytest.mark.parametrize(("command", "words"), [(COORDINATOR, 6), (OFFICER, 6)])
def test_a_passphrase_is_drawn_as_the_hat_needs(
    tmp_path: Path, command: Invite, words: int
) -> None:
    settings = settings_for(tmp_path, "sqlite://", "sqlite://")
    (_, enrolment), passphrase = newcomer(settings, command)
    assert len(passphrase.split()) == words
    assert normalise(passphrase)
    assert passphrase not in repr(enrolment)
    assert newcomer(settings, command)[1] != passphrase
