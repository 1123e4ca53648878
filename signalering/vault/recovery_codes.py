"""A personal recovery code: random enough to need no slow derivation."""

import hashlib
import secrets
from uuid import UUID

from signalering.vault.derivation import derive_key
from signalering.vault.encoding import frame
from signalering.vault.kinds import Kek

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so that nothing on paper looks like something else."""
GROUPS, GROUP = 7, 4
LOOK_ALIKES = str.maketrans("ILO", "110")


def new_code() -> str:
    """28 signs in groups of four: 140 bits, where 128 would do."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def normalise(typed: str) -> str:
    """Reduce what somebody typed to the signs that count."""
    plain = typed.upper().translate(LOOK_ALIKES)
    return "".join(sign for sign in plain if sign in ALPHABET)


def code_kek(code: str, account_id: UUID) -> Kek:
    """The key that wraps the user secret for this way of unlocking.

    Argon2id slows down the guessing of what people choose or remember. This is drawn, and nobody
    tries 2^140 codes at whatever speed: HKDF is enough.
    """
    seed = hashlib.sha256(frame("recovery-code", "v1", normalise(code))).digest()
    return Kek(derive_key(seed, "recovery-code", "v1", account_id))
