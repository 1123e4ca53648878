"""The recovery secret, which exists only as two-of-three shares on paper (SLIP-39)."""

import re
from collections.abc import Sequence
from itertools import combinations

from shamir_mnemonic import MnemonicError, decode_mnemonics, generate_mnemonics, recover_ems
from shamir_mnemonic.wordlist import WORDLIST

from signalering.vault import hybrid
from signalering.vault.kinds import KEY_LENGTH, RecoverySecret, random_secret

NEEDED = 2
MADE = 3
LETTERS_THAT_COUNT = 4
"""SLIP-39's words differ in their first four letters."""

_STRETCHING = 0
"""SLIP-39 can stretch a passphrase; there is none, the shares are the secret."""
_WORDS = {word[:LETTERS_THAT_COUNT]: word for word in WORDLIST}


class BadShares(ValueError):
    """These shares don't give a recovery secret: misspelt, too few, or not of one set."""


def new_recovery_secret() -> RecoverySecret:
    """Give a fresh recovery secret, to be split at once and then forgotten."""
    return RecoverySecret(random_secret())


def recovery_public_key(secret: RecoverySecret) -> bytes:
    """Derive the public key to which every epoch's group secret is sealed."""
    return hybrid.public_key(secret)


def split(secret: RecoverySecret) -> list[str]:
    """Write the secret as three shares of 33 words; any two give it back, one gives nothing.

    Raises ValueError when the secret is not 32 bytes long.
    """
    if len(secret) != KEY_LENGTH:
        raise ValueError("a recovery secret is 32 bytes long")
    [shares] = generate_mnemonics(1, [(NEEDED, MADE)], secret, iteration_exponent=_STRETCHING)
    return list(shares)


def join(shares: Sequence[str]) -> RecoverySecret:
    """Give the secret back from two or three typed shares.

    Case, separators, numbering and letters after a word's fourth make no difference. When three
    are given all must agree. Raises BadShares; compare the public key to know that it is the
    secret one was looking for.
    """
    spelled = sorted({_spelled(share) for share in shares})
    if not NEEDED <= len(spelled) <= MADE:
        raise BadShares("two different shares are needed")
    found = {_joined(pair) for pair in combinations(spelled, NEEDED)}
    if len(found) != 1:
        raise BadShares("the shares are not of one set")
    return RecoverySecret(found.pop())


def _spelled(share: str) -> str:
    typed = re.findall(r"[a-z]+", share.lower())
    return " ".join(_WORDS.get(word[:LETTERS_THAT_COUNT], word) for word in typed)


def _joined(pair: Sequence[str]) -> bytes:
    try:
        encrypted = recover_ems(decode_mnemonics(pair))
        # A forged share could otherwise ask for hours of work.
        if encrypted.iteration_exponent != _STRETCHING:
            raise BadShares("not shares of a recovery secret")
        secret: bytes = encrypted.decrypt(b"")
    except (MnemonicError, ValueError):
        raise BadShares("the shares are misspelt or not of one set") from None
    if len(secret) != KEY_LENGTH:
        raise BadShares("not shares of a recovery secret")
    return secret
