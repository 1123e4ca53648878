"""Two of three papers give the recovery secret back; one gives nothing."""

from itertools import combinations, permutations

import pytest
from shamir_mnemonic import generate_mnemonics

from signalering.vault.kinds import RecoverySecret
from signalering.vault.shares import (
    BadShares,
    join,
    new_recovery_secret,
    recovery_public_key,
    split,
)

SECRET = new_recovery_secret()
SHARES = split(SECRET)


def test_three_shares_of_33_words_each_unlike_the_others() -> None:
    assert len(set(SHARES)) == 3
    assert {len(share.split()) for share in SHARES} == {33}


@pytest.mark.parametrize("pair", list(permutations(range(3), 2)))
def test_any_two_give_the_secret_back(pair: tuple[int, int]) -> None:
    assert join([SHARES[number] for number in pair]) == SECRET


def test_all_three_do_too() -> None:
    assert join(SHARES) == SECRET


def test_the_secret_that_comes_back_has_the_same_public_key() -> None:
    assert recovery_public_key(join(SHARES[:2])) == recovery_public_key(SECRET)


def test_typing_is_forgiven() -> None:
    shouted = SHARES[0].upper()
    short = ", ".join(word[:4] for word in SHARES[1].split())
    numbered = "\n".join(f"{i}. {word}" for i, word in enumerate(SHARES[2].split(), 1))
    assert join([shouted, short]) == SECRET
    assert join([shouted, numbered]) == SECRET


@pytest.mark.parametrize(
    "shares",
    [
        [],
        SHARES[:1],
        [SHARES[0], SHARES[0]],
        [SHARES[0], SHARES[0].upper()],
        [SHARES[0], ""],
        [SHARES[0], "no such words"],
        [SHARES[0], SHARES[1].rsplit(" ", 1)[0]],
        [*SHARES, split(SECRET)[0]],
    ],
    ids=["none", "one", "twice", "twice-spelled", "empty", "words", "short", "four"],
)
def test_too_few_or_broken_shares_are_refused(shares: list[str]) -> None:
    with pytest.raises(BadShares):
        join(shares)


@pytest.mark.parametrize("position", range(33))
def test_one_wrong_word_is_noticed(position: int) -> None:
    words = SHARES[0].split()
    words[position] = "academic" if words[position] != "academic" else "zero"
    with pytest.raises(BadShares):
        join([" ".join(words), SHARES[1]])


def test_shares_of_two_sets_do_not_mix_even_for_the_same_secret() -> None:
    for other in (split(SECRET), split(new_recovery_secret())):
        for mine, theirs in combinations([*SHARES, *other], 2):
            if (mine in SHARES) != (theirs in SHARES):
                with pytest.raises(BadShares):
                    join([mine, theirs])
        with pytest.raises(BadShares):
            join([SHARES[0], SHARES[1], other[2]])


def test_shares_of_something_shorter_are_refused() -> None:
    [short] = generate_mnemonics(1, [(2, 3)], bytes(16), iteration_exponent=0)
    with pytest.raises(BadShares):
        join(short[:2])


def test_shares_that_ask_for_much_work_are_refused() -> None:
    [slow] = generate_mnemonics(1, [(2, 3)], bytes(32), iteration_exponent=1)
    with pytest.raises(BadShares):
        join(slow[:2])


def test_a_secret_of_another_length_is_not_split() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        split(RecoverySecret(bytes(16)))
