"""Keys that somebody would try who has everything that lies about and nobody's passphrase."""

import hashlib
import hmac
import itertools
from collections.abc import Iterator

from kit.dump import Loot
from kit.thief import Thief
from kit.town import base64_of
from signalering.vault.derivation import derive_key
from signalering.vault.kinds import KEY_LENGTH

# Every name under which the program derives a key from another.
NAMES = (
    ("endorsement", "v1"),
    ("hybrid", "v1", "ml-kem-768"),
    ("hybrid", "v1", "x25519"),
    ("mark", "v1"),
    ("own", "v1", "draft"),
    ("own", "v1", "session"),
    ("package", "v1"),
    ("session-blob", "v1"),
    ("session-find", "v1"),
    ("session-pin", "v1"),
    ("tags", "v1"),
)
OF_PEOPLE = (("auth", "v1"), ("kek", "v1"), ("prf", "v1"), ("recovery-code", "v1"), ("totp", "v1"))
OF_GROUPS = (("wrapping", "v1", "casework"), ("wrapping", "v1", "audit"))
# A chain of hashes over ciphertext: it says nothing, but there is much of it.
CHAIN = "audit_entry"


def try_everything(thief: Thief) -> None:
    """All that the configuration, each value and each pair of values lead to."""
    loot = thief.loot
    thief.try_keys(from_configuration(loot), as_seeds=True)
    thief.try_keys(for_somebody(loot))
    thief.try_passphrases(configured_words(loot))
    thief.try_keys(from_values(loot))
    thief.try_keys(from_pairs(loot))


def configured_words(loot: Loot) -> list[str]:
    """Everything in the configuration that could have been typed."""
    return [
        str(value) for value in vars(loot.settings).values() if not isinstance(value, bytes)
    ] + [base64_of(secret) for secret in secrets_of(loot)]


def secrets_of(loot: Loot) -> list[bytes]:
    """The installation's secrets."""
    return [value for value in vars(loot.settings).values() if isinstance(value, bytes)]


def from_configuration(loot: Loot) -> Iterator[bytes]:
    """Each secret, its hash, and all that the program itself would derive from it."""
    for secret in secrets_of(loot):
        yield secret
        yield hashlib.sha256(secret).digest()
        for names in NAMES:
            yield derive_key(secret, *names)


def for_somebody(loot: Loot) -> Iterator[bytes]:
    """The same for each person and each group."""
    people = [row["account_id"] for row in loot.keystore["credential"]]
    epochs = [row["id"] for row in loot.keystore["group_epoch"]]
    for secret in secrets_of(loot):
        for names, number in itertools.product(OF_PEOPLE, people):
            yield derive_key(secret, *names, number)
        for names, number in itertools.product(OF_GROUPS, epochs):
            yield derive_key(secret, *names, number)
        for row in loot.data["account"]:
            for value in (row["email"].encode(), row["name"].encode(), row["id"].bytes):
                yield hmac.digest(secret, value, "sha256")


def _values(loot: Loot) -> set[bytes]:
    return {
        value if isinstance(value, bytes) else getattr(value, "bytes", str(value).encode())
        for table, rows in loot.tables.items()
        if table != CHAIN
        for row in rows
        for value in row.values()
        if value is not None
    }


def from_values(loot: Loot) -> Iterator[bytes]:
    """Every value as a key: whole, either end, hashed."""
    for value in _values(loot):
        yield from {value[:KEY_LENGTH], value[-KEY_LENGTH:], hashlib.sha256(value).digest()}


def from_pairs(loot: Loot) -> Iterator[bytes]:
    """Any two values of a key's length, together."""
    whole = [value for value in _values(loot) if len(value) == KEY_LENGTH]
    for one, other in itertools.combinations([*whole, *secrets_of(loot)], 2):
        yield bytes(a ^ b for a, b in zip(one, other, strict=True))
        yield derive_key(one, "package", "v1", salt=other)
        yield derive_key(other, "package", "v1", salt=one)
