"""From generated words to the keys of a log-in."""

import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from signalering.vault.derivation import derive_key
from signalering.vault.kinds import Kek, Master, RecordKey
from signalering.vault.stretching import Cost, stretched

SALT_LENGTH = 16
LETTERS_THAT_COUNT = 4
"""The word list differs in its first four letters, so the rest needs no typing."""


@dataclass(frozen=True, repr=False)
class LoginKeys:
    """The three independent keys of one log-in; never printed."""

    kek: Kek
    verifier: bytes
    totp_key: RecordKey


def new_salt() -> bytes:
    """Give a fresh salt for one passphrase of one account."""
    return secrets.token_bytes(SALT_LENGTH)


def generate(words: Sequence[str], count: int) -> str:
    """Draw `count` words with equal chances, separated by spaces.

    Raises ValueError without words or for a count below one.
    """
    if not words or count < 1:
        raise ValueError("a passphrase needs words to draw from")
    return " ".join(secrets.choice(words) for _ in range(count))


def normalise(passphrase: str) -> bytes:
    """Reduce what somebody typed to what counts: each word's first four letters, plain lower case.

    Everything that is no letter separates words. Accents are dropped: a phone may put them on.
    """
    plain = unicodedata.normalize("NFKD", passphrase).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.findall(r"[^\W\d_]+", letters)
    return " ".join(word[:LETTERS_THAT_COUNT] for word in words).encode()


def derive(passphrase: str, salt: bytes, cost: Cost) -> Master:
    """Run Argon2id (RFC 9106) over the normalised passphrase; waits for its turn.

    Never call it while a write transaction is open: it takes a good part of a second. Raises
    ValueError for a salt under eight bytes.
    """
    return Master(stretched(normalise(passphrase), salt, cost))


def login_keys(master: Master, account_id: UUID) -> LoginKeys:
    """Derive what one run of Argon2id serves for: unlocking, log-in and the sealed TOTP secret."""
    return LoginKeys(
        kek=Kek(derive_key(master, "kek", "v1", account_id)),
        verifier=derive_key(master, "auth", "v1", account_id),
        totp_key=RecordKey(derive_key(master, "totp", "v1", account_id)),
    )


def passkey_kek(prf_output: bytes, account_id: UUID) -> Kek:
    """Derive the key under which a passkey wraps the same user secret (WebAuthn's PRF, 32 bytes).

    Raises ValueError for another length.
    """
    return Kek(derive_key(prf_output, "prf", "v1", account_id))


def verifier_hash(verifier: bytes) -> bytes:
    """Give what is stored to recognise a passphrase; it opens nothing."""
    return hashlib.sha256(verifier).digest()


def matches(verifier: bytes, stored_hash: bytes) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(verifier_hash(verifier), stored_hash)
