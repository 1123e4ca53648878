"""From words to keys."""

import hashlib
import os
import subprocess
import sys
import threading
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.vault import stretching
from signalering.vault.kinds import Master
from signalering.vault.passphrases import (
    derive,
    generate,
    login_keys,
    matches,
    new_salt,
    normalise,
    passkey_kek,
    verifier_hash,
)
from signalering.vault.stretching import STEPS_BACK, Cost, aside

CHEAP = Cost(memory_kib=8192, iterations=1)
SALT = bytes(range(16))
ACCOUNT = UUID("11111111-2222-4333-8444-555555555555")
OTHER = UUID("66666666-7777-4888-9999-aaaaaaaaaaaa")

EIGHT_AT_ONCE = """
from concurrent.futures import ThreadPoolExecutor
from signalering.vault.passphrases import derive
from signalering.vault.stretching import Cost
with ThreadPoolExecutor(8) as pool:
    jobs = [pool.submit(derive, "appel boom", bytes(range(16)), Cost(8192, 1)) for _ in range(8)]
print(" ".join({job.result().hex() for job in jobs}))
"""


@pytest.mark.parametrize(
    "typed",
    [
        "appel boomgaard lantaarn",
        "APPEL Boomgaard lantaarn",
        "  appel-boomgaard,lantaarn. ",
        "appel, boomgaard; lantaarn",
        "appe boom lant",
        "appelmoes boom lantaren",
        "áppel bóómgaard lantaarn",
        "1. appel 2. boomgaard 3. lantaarn",
        "appel\tboomgaard\nlantaarn",
        "appel\u00a0boomgaard\u2013lantaarn",
    ],
)
def test_spelling_makes_no_difference(typed: str) -> None:
    assert normalise(typed) == b"appe boom lant"


@pytest.mark.parametrize(
    "typed", ["boomgaard appel lantaarn", "appel boomgaard", "appelboomgaard lantaarn", ""]
)
def test_words_and_their_order_do(typed: str) -> None:
    assert normalise(typed) != b"appe boom lant"


@given(st.text())
def test_normalising_is_settled_after_once(typed: str) -> None:
    once = normalise(typed)
    assert b"  " not in once
    assert len(once.split()) == 0 or once == b" ".join(once.split())


def test_the_derivation_is_pinned() -> None:
    assert derive("Appel boom", SALT, CHEAP).hex() == (
        "d1c82cc890d53dd052c86146a54b56326f511cb2aac111a774194245b768fe69"
    )


def test_salt_and_cost_change_the_outcome() -> None:
    made = {
        derive("appel", SALT, CHEAP),
        derive("appel", bytes(16), CHEAP),
        derive("appel", SALT, Cost(8192, 2)),
        derive("appel", SALT, Cost(8200, 1)),
        derive("peren", SALT, CHEAP),
    }
    assert len(made) == 5


def test_an_empty_passphrase_derives_too() -> None:
    assert len(derive("", SALT, CHEAP)) == 32


@pytest.mark.parametrize(("memory", "iterations"), [(7, 1), (8, 0), (-1, 1)])
def test_an_impossible_cost_is_refused(memory: int, iterations: int) -> None:
    with pytest.raises(ValueError, match="Argon2id"):
        Cost(memory, iterations)


def test_eight_threads_derive_at_once() -> None:
    # In a process of its own: a library that blocks itself can't be timed out from within.
    done = subprocess.run(
        [sys.executable, "-c", EIGHT_AT_ONCE],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == [derive("appel boom", SALT, CHEAP).hex()]


def test_a_second_derivation_waits_for_its_turn() -> None:
    finished = threading.Event()

    def work() -> None:
        derive("appel", SALT, CHEAP)
        finished.set()

    with stretching.argon2_turns:
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        assert not finished.wait(0.3)
    assert finished.wait(30)
    thread.join(30)


def test_others_go_first_meanwhile_and_who_asked_stays_where_it_was() -> None:
    def place() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    before = place()
    # Only Linux has it for a thread by itself.
    steps = STEPS_BACK if sys.platform == "linux" else 0
    assert aside(place) == min(19, before + steps)
    assert place() == before


def test_what_goes_wrong_aside_is_told() -> None:
    with pytest.raises(ZeroDivisionError):
        aside(lambda: 1 // 0)


def test_login_keys_are_pinned() -> None:
    keys = login_keys(Master(bytes(range(32))), ACCOUNT)
    assert keys.kek.hex() == "69446de12ec3f4651deae3df96c62d472d7c0f48a6932e961d31a263e03723d2"
    assert keys.verifier.hex() == (
        "96088b3abafd9a33b8d97e15c487df68d7b5e4fbbb27e7d499638095986dcce7"
    )
    assert keys.totp_key.hex() == (
        "afd951a9931a2ea7f15872be783670bf593fa598e1e8c88d0cf70ee8283adb4d"
    )
    assert passkey_kek(bytes(range(32)), ACCOUNT).hex() == (
        "3f3b6f90c042193bdc4ee34ff070f547872cdbcec4d5bdc37144423cec795a2c"
    )


def test_login_keys_differ_by_purpose_and_account() -> None:
    one = login_keys(Master(bytes(32)), ACCOUNT)
    other = login_keys(Master(bytes(32)), OTHER)
    assert len({k for keys in (one, other) for k in vars(keys).values()}) == 6


def test_login_keys_are_never_printed() -> None:
    keys = login_keys(Master(bytes(32)), ACCOUNT)
    assert "kek" not in repr(keys)
    assert keys.kek.hex() not in repr(keys)


def test_the_stored_hash_recognises_the_verifier_alone() -> None:
    keys = login_keys(Master(bytes(32)), ACCOUNT)
    stored = verifier_hash(keys.verifier)
    assert stored == hashlib.sha256(keys.verifier).digest()
    assert matches(keys.verifier, stored)
    assert not matches(keys.kek, stored)
    assert not matches(keys.verifier, stored[:-1])
    assert not matches(keys.verifier, b"")


def test_generated_words_come_from_the_list_and_differ() -> None:
    words = [f"{chr(97 + a)}{chr(97 + b)}woord" for a in range(26) for b in range(26)]
    drawn = [generate(words, 6) for _ in range(20)]
    assert len(set(drawn)) == 20
    assert {len(passphrase.split()) for passphrase in drawn} == {6}
    assert {word for passphrase in drawn for word in passphrase.split()} <= set(words)


@pytest.mark.parametrize(("words", "count"), [([], 4), (["appel"], 0)])
def test_nothing_is_drawn_from_nothing(words: list[str], count: int) -> None:
    with pytest.raises(ValueError, match="draw from"):
        generate(words, count)


def test_salts_are_long_and_never_the_same() -> None:
    assert len(new_salt()) == 16
    assert new_salt() != new_salt()
