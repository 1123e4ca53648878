"""Every lie, every old answer, every copy and everybody else's passkey is refused."""

import json
from datetime import timedelta

import pytest
from kit.authenticator import ATTESTED, PRESENT, VERIFIED, Authenticator, Lie, encoded
from kit.passkeys import ask, id_of, just_in, log_in, make, refused
from kit.town import Town
from sqlalchemy import select

from signalering.domain.commands.accounts.passkey_add import AddPasskey
from signalering.domain.errors import (
    NotFound,
    PasskeyRefused,
)
from signalering.models.keys.passkey import Passkey
from signalering.services.accounts.passkey_add import add_passkey
from signalering.services.accounts.passkey_challenge import (
    Purpose,
    ask_to_make,
    spend,
)
from signalering.services.accounts.passkey_remove import remove_passkey
from signalering.services.accounts.passkey_rename import rename_passkey

LIES = {
    "another site": Lie(origin="https://signalering.example"),
    "another port": Lie(origin="https://signalering.test:8443"),
    "plain http": Lie(origin="http://signalering.test"),
    "another party": Lie(rp_id="signalering.example"),
    "another challenge": Lie(challenge=b"\x01" * 32),
    "not verified": Lie(flags=PRESENT),
    "not present": Lie(flags=VERIFIED),
    "another ceremony": Lie(type="webauthn.other"),
    "in a frame of another site": Lie(more={"crossOrigin": True}),
    "under a page of another site": Lie(more={"topOrigin": "https://signalering.example"}),
}


@pytest.mark.one_engine
@pytest.mark.parametrize("name", LIES)
def test_a_lie_makes_no_passkey(town: Town, name: str) -> None:
    with pytest.raises(PasskeyRefused):
        make(town, "worker", Authenticator(), LIES[name])
    with town.work(writes=False) as work:
        assert work.keys.scalars(select(Passkey)).all() == []


SHOWN_LIES = {
    **LIES,
    "another signature": Lie(signature=False),
    "another account": Lie(user_handle=b"\x01" * 16),
    "extra flags without their data": Lie(flags=PRESENT | VERIFIED | ATTESTED),
}


@pytest.mark.one_engine
@pytest.mark.parametrize("name", SHOWN_LIES)
def test_a_lie_logs_nobody_in(town: Town, name: str) -> None:
    device = Authenticator()
    make(town, "worker", device)
    asked = ask(town)
    assert refused(town, asked, device.show(asked.options, SHOWN_LIES[name])) == "passkey_refused"
    asked = ask(town)
    assert log_in(town, asked, device.show(asked.options)).user_secret is not None


@pytest.mark.one_engine
def test_a_flipped_bit_anywhere_in_what_is_signed_is_refused(town: Town) -> None:
    device = Authenticator()
    make(town, "worker", device)
    for part in ("authenticatorData", "clientDataJSON", "signature"):
        asked = ask(town)
        answer, prf = device.show(asked.options)
        values = json.loads(answer)
        text = values["response"][part]
        place = len(text) // 2
        other = "B" if text[place] != "B" else "C"
        values["response"][part] = text[:place] + other + text[place + 1 :]
        assert refused(town, asked, (json.dumps(values), prf)) == "passkey_refused"


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"rawId": 1, "response": {}}',
        '{"rawId": "AA", "response": []}',
        '{"rawId": "AA", "response": {"userHandle": 7}}',
        "[" * 5000,
        "x" * 30_000,
        '{"rawId": "\ud800"}',
    ],
)
def test_nonsense_is_refused_not_a_fault(town: Town, answer: str) -> None:
    device = Authenticator()
    make(town, "worker", device)
    with pytest.raises(PasskeyRefused):
        log_in(town, ask(town), (answer, ""))
    with town.work("worker", writes=False) as work:
        kept = ask_to_make(work, town.people["worker"].account_id).kept
    with town.work("worker") as work, pytest.raises(PasskeyRefused):
        add_passkey(work, just_in(town, "worker"), kept, AddPasskey(answer, "", "Naam"))
    named = json.dumps({"rawId": encoded(device.credential_id), "response": {"signature": 1}})
    assert refused(town, ask(town), (named, "")) == "passkey_refused"


def test_an_answer_counts_once_and_for_five_minutes(town: Town) -> None:
    device = Authenticator(counts=False)  # no counter tells these apart
    make(town, "worker", device)
    asked = ask(town)
    shown = device.show(asked.options)
    log_in(town, asked, shown)
    assert refused(town, asked, shown) == "passkey_late"

    late = ask(town)
    town.clock.move_to(town.clock.now() + timedelta(minutes=5))
    assert refused(town, late, device.show(late.options)) == "passkey_late"


def test_an_answer_is_for_what_was_asked(town: Town) -> None:
    device = Authenticator()
    make(town, "worker", device)
    asked = ask(town, "worker", Purpose.RENEW)
    assert refused(town, asked, device.show(asked.options)) == "passkey_late"
    other, mine = ask(town), ask(town)  # another browser was asked
    assert refused(town, mine, device.show(other.options)) == "passkey_refused"
    for kept in (None, "", "log_in", "log_in.x.y", "log_in.9.AA", "log_in.99999999999999.AA"):
        with town.work() as work, pytest.raises(PasskeyRefused):
            spend(work, kept, Purpose.LOG_IN)


def test_a_counter_that_goes_back_tells_of_a_copy(town: Town) -> None:
    device = Authenticator(counter=41)
    make(town, "worker", device)
    for counter in (40, 41 - 1, 0):
        device.counter = counter - 1 if counter else 0
        device.counts = bool(counter)
        asked = ask(town)
        assert refused(town, asked, device.show(asked.options)) == "passkey_copied"
    # A forged answer with a low counter isn't told from any other forgery.
    asked = ask(town)
    assert refused(town, asked, device.show(asked.options, Lie(signature=False))) != (
        "passkey_copied"
    )
    device.counter, device.counts = 41, True
    asked = ask(town)
    log_in(town, asked, device.show(asked.options))
    assert id_of(town, device).sign_count == 42


def test_zero_for_ever_is_no_copy(town: Town) -> None:
    device = Authenticator(counts=False)
    make(town, "worker", device)
    for _ in range(2):
        asked = ask(town)
        assert log_in(town, asked, device.show(asked.options)).user_secret is not None


def test_nobody_elses_passkey_serves(town: Town) -> None:
    mine, theirs = Authenticator(), Authenticator()
    make(town, "coordinator", mine)
    make(town, "worker", theirs)
    asked = ask(town, "coordinator")
    state = log_in(town, asked, theirs.show(asked.options))
    assert state.account_id == town.people["worker"].account_id  # it proves its own holder only
    # Signed by one, named as the other.
    asked = ask(town)
    answer, prf = theirs.show(asked.options)
    name = encoded(mine.credential_id)
    forged = json.dumps(json.loads(answer) | {"id": name, "rawId": name})
    assert refused(town, asked, (forged, prf)) == "passkey_refused"
    with town.work("worker") as work, pytest.raises(NotFound):
        remove_passkey(work, id_of(town, mine).id)
    with town.work("worker") as work, pytest.raises(NotFound):
        rename_passkey(work, id_of(town, mine).id, "Van mij")
    thief = Authenticator(credential_id=mine.credential_id)
    with pytest.raises(PasskeyRefused):
        make(town, "worker", thief)
