"""Passkeys log in and unlock; what they can't be used for any more is told."""

import os
from base64 import urlsafe_b64decode

import pytest
from kit.authenticator import Authenticator, encoded
from kit.passkeys import ask, id_of, just_in, log_in, make, refused
from kit.town import Town

from signalering.domain.commands.accounts.passkey_add import AddPasskey
from signalering.domain.commands.accounts.passkey_log_in import ShownPasskey
from signalering.domain.errors import (
    CannotOpen,
    InvalidInput,
    KeysNeeded,
    NotAllowedNow,
    PasskeyRefused,
)
from signalering.domain.lifecycles import AccountState, Stage
from signalering.models.accounts.account import Account
from signalering.models.keys.user import Credential, UserKey, UserWrap
from signalering.services.accounts import passkeys, sessions
from signalering.services.accounts.passkey_add import add_passkey
from signalering.services.accounts.passkey_challenge import (
    Purpose,
    ask_to_make,
)
from signalering.services.accounts.passkey_remove import remove_passkey
from signalering.services.accounts.passkey_rename import rename_passkey
from signalering.services.accounts.passkey_renew import renew_passkey


def test_a_passkey_with_prf_logs_in_and_opens_the_keys(town: Town) -> None:
    device = Authenticator()
    assert make(town, "coordinator", device)
    for _ in range(2):  # nobody says who they are
        asked = ask(town)
        state = log_in(town, asked, device.show(asked.options))
        assert state.account_id == town.people["coordinator"].account_id
        assert state.user_secret == town.people["coordinator"].secret


def test_without_prf_it_logs_in_and_opens_nothing(town: Town) -> None:
    device = Authenticator(prf=False)
    assert not make(town, "coordinator", device)
    asked = ask(town)
    assert log_in(town, asked, device.show(asked.options)).user_secret is None


def test_nonsense_for_prf_opens_nothing(town: Town) -> None:
    device = Authenticator()
    make(town, "coordinator", device)
    for nonsense in (encoded(os.urandom(32)), encoded(os.urandom(31)), "?", ""):
        asked = ask(town)
        answer, _ = device.show(asked.options)
        assert log_in(town, asked, (answer, nonsense)).user_secret is None


def test_what_is_asked(town: Town) -> None:
    device = Authenticator()
    make(town, "coordinator", device)
    with town.work("coordinator", writes=False) as work:
        options = ask_to_make(work, town.people["coordinator"].account_id).options
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert options["authenticatorSelection"]["residentKey"] == "preferred"
    assert options["attestation"] == "none"
    assert options["rp"]["id"] == "signalering.test"
    assert [known["id"] for known in options["excludeCredentials"]] == [
        encoded(device.credential_id)
    ]
    shown = ask(town)
    assert shown.options["allowCredentials"] == []
    assert shown.options["userVerification"] == "required"
    assert shown.options["extensions"] == options["extensions"]
    own = ask(town, "coordinator")
    assert [each["id"] for each in own.options["allowCredentials"]] == [
        encoded(device.credential_id)
    ]
    asked = {shown.options["challenge"], own.options["challenge"], options["challenge"]}
    assert len(asked) == 3
    assert all(len(urlsafe_b64decode(f"{one}==")) >= 16 for one in asked)


def test_a_shut_account_and_a_removed_passkey_are_unknown(town: Town) -> None:
    device = Authenticator()
    make(town, "worker", device)
    with town.committed() as work:
        account = work.data.get_one(Account, town.people["worker"].account_id)
        account.state = AccountState.DEACTIVATED
    asked = ask(town)
    assert refused(town, asked, device.show(asked.options)) == "passkey_unknown"
    with town.committed() as work:
        account = work.data.get_one(Account, town.people["worker"].account_id)
        account.state = AccountState.ACTIVE
    passkey = id_of(town, device)
    with town.committed("worker") as work:
        remove_passkey(work, passkey.id)
    asked = ask(town)
    assert refused(town, asked, device.show(asked.options)) == "passkey_unknown"
    with town.work(writes=False) as work:
        assert work.keys.get(UserWrap, passkey.id) is None


def test_a_swapped_public_key_is_noticed(town: Town) -> None:
    device = Authenticator()
    make(town, "coordinator", device)
    with town.committed() as work:
        mine = work.keys.get_one(UserKey, town.people["coordinator"].account_id)
        mine.public_key = work.keys.get_one(UserKey, town.people["worker"].account_id).public_key
    asked = ask(town)
    with pytest.raises(CannotOpen):
        log_in(town, asked, device.show(asked.options))


def test_as_a_second_step_the_passphrase_gives_the_keys(town: Town) -> None:
    device = Authenticator(prf=False)
    make(town, "coordinator", device)
    person = town.people["coordinator"]
    with town.committed() as work:
        account = work.data.get_one(Account, person.account_id)
        cookie = sessions.begin(work, account, person.hat, person.secret, stage=Stage.SECOND_FACTOR)
    with town.work(writes=False) as work:
        before = sessions.find(work, cookie)
    asked = ask(town, "coordinator")
    state = log_in(town, asked, device.show(asked.options), before)
    assert state.stage is Stage.OPEN
    assert state.user_secret == person.secret

    other = Authenticator(prf=False)
    make(town, "worker", other)
    asked = ask(town)
    state = log_in(town, asked, other.show(asked.options), before)
    assert state.user_secret is None, "somebody else's passphrase gives them nothing"


def test_the_last_second_factor_stays(town: Town) -> None:
    first, second = Authenticator(), Authenticator()
    make(town, "coordinator", first)
    make(town, "coordinator", second)
    with town.committed("coordinator") as work:
        credential = work.keys.get_one(Credential, work.by().account_id)
        credential.totp_sealed = None
        remove_passkey(work, id_of(town, first).id)
    with town.work("coordinator") as work:
        assert passkeys.list_passkeys(work).last_needed
        with pytest.raises(NotAllowedNow):
            remove_passkey(work, id_of(town, second).id)
    with town.committed("coordinator") as work:
        work.keys.get_one(Credential, work.by().account_id).totp_sealed = b"a code from a phone"
        remove_passkey(work, id_of(town, second).id)
        assert not passkeys.has_passkey(work, work.by().account_id)


def test_names(town: Town) -> None:
    device = Authenticator()
    make(town, "worker", device)
    passkey = id_of(town, device)
    with town.committed("worker") as work:
        rename_passkey(work, passkey.id, "  Mijn   telefoon ")
    with town.work("worker", writes=False) as work:
        (line,) = passkeys.list_passkeys(work).lines
    assert (line.name, line.opens) == ("Mijn telefoon", True)
    for wrong in ("", "   ", "x" * 61, "a\u202eb"):
        with town.work("worker") as work, pytest.raises(InvalidInput):
            rename_passkey(work, passkey.id, wrong)


def test_ten_at_most(town: Town) -> None:
    for _ in range(passkeys.MOST):
        make(town, "worker", Authenticator())
    with pytest.raises(InvalidInput):
        make(town, "worker", Authenticator())


def test_nothing_is_added_while_nothing_is_unlocked(town: Town) -> None:
    with town.work("worker") as work:
        asked = ask_to_make(work, work.by().account_id)
        work.opened.user_secret = None
        made = AddPasskey(*Authenticator().make(asked.options), "Naam")
        with pytest.raises(KeysNeeded):
            add_passkey(work, just_in(town, "worker"), asked.kept, made)


def test_after_a_new_key_pair_it_logs_in_and_can_be_made_to_open_again(town: Town) -> None:
    device = Authenticator()
    make(town, "coordinator", device)
    person = town.people["coordinator"]
    with town.committed("coordinator") as work:
        passkeys.forget_wraps(work, person.account_id)
    asked = ask(town)
    assert log_in(town, asked, device.show(asked.options)).user_secret is None

    asked = ask(town, "coordinator", Purpose.RENEW)
    shown = ShownPasskey(*device.show(asked.options))
    with town.committed("coordinator") as work:
        renew_passkey(work, id_of(town, device).id, asked.kept, shown)
    asked = ask(town)
    assert log_in(town, asked, device.show(asked.options)).user_secret == person.secret


def test_what_gives_no_prf_is_told_so(town: Town) -> None:
    device = Authenticator(prf=False)
    make(town, "coordinator", device)
    asked = ask(town, "coordinator", Purpose.RENEW)
    shown = ShownPasskey(*device.show(asked.options))
    with town.work("coordinator") as work, pytest.raises(PasskeyRefused) as caught:
        renew_passkey(work, id_of(town, device).id, asked.kept, shown)
    assert caught.value.code == "passkey_opens_nothing"
