"""Somebody who has everything that lies about, and tries whatever key comes to mind on all of it.

One program for all who open: give it what the configuration yields and it is a thief; give it a
passphrase and it is that person; give it the recovery secret and it is two shares of three.
"""

import base64
import binascii
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kit import locks
from kit.dump import Loot
from kit.locks import OWN, SLOTS, Lock
from signalering.vault import groups, hybrid, passphrases, recovery_codes
from signalering.vault.derivation import derive_key
from signalering.vault.encoding import frame
from signalering.vault.kinds import KEY_LENGTH, GroupSecret
from signalering.vault.stretching import Cost

SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass
class Thief:
    """Tries keys on everything in the loot; what opens may hold keys, which are tried in turn."""

    loot: Loot
    # What opened, by "table.column"; key material is among it, words are what matters.
    opened: dict[str, dict[bytes, bytes]] = field(default_factory=dict)
    tried: set[bytes] = field(default_factory=set)

    def __post_init__(self) -> None:
        tables = self.loot.tables
        # One key a record: what its first entry refuses, its others refuse too.
        self._records = [
            list(of_record)
            for table in SLOTS
            for _, of_record in groupby(locks.slots(table, tables[table]), lambda lock: lock.record)
        ]
        self._sessions = locks.sessions(tables)
        self._pins = locks.pins(tables)
        self._own = {purpose: locks.own(tables, purpose) for purpose in OWN}
        self._aes = [*locks.aes_wraps(tables), *self._sessions, *self._pins]
        self._aes += locks.signal_links(tables)
        self._aes += [lock for some in self._own.values() for lock in some]
        people = {row["account_id"] for name in ("credential", "user_wrap") for row in tables[name]}
        self._unlocks = {
            account_id: [*locks.user_wraps(tables, account_id), *locks.totp(tables, account_id)]
            for account_id in people
        }
        self._hpke = [
            *locks.grants(tables),
            *locks.recovery(tables),
            *locks.hpke_wraps(tables),
            *locks.relinks(tables),
        ]
        self._publics = {
            row["public_key"]
            for table in ("user_key", "group_epoch", "recovery_key")
            for row in tables[table]
        }

    @property
    def has_opened(self) -> bytes:
        """All that opened, in a row."""
        return b"\n".join(text for texts in self.opened.values() for text in texts.values())

    def try_passphrases(self, words: Iterable[str], account_id: UUID | None = None) -> None:
        """Each on every account, or on this one, at the account's own cost."""
        for word in words:
            for row in self.loot.keystore["credential"]:
                if account_id not in (None, row["account_id"]):
                    continue
                cost = Cost(row["memory_kib"], row["iterations"])
                self.try_keys([passphrases.derive(word, row["salt"], cost)])

    def try_codes(self, codes: Iterable[str]) -> None:
        """As recovery codes, of everybody."""
        for code in codes:
            self.try_keys([recovery_codes.code_kek(code, one) for one in self._unlocks])

    def try_pins(self, cookie: bytes, pins: Iterable[str], cost: Cost) -> str | None:
        """As the PIN of the session of this cookie; gives the one that opened something."""
        for pin in pins:
            for lock in self._pins:
                stretched = _stretched(pin, lock.record, cost)
                key = derive_key(cookie, "session-pin", "v1", salt=stretched)
                if self._try(AESGCM(key), lock):
                    self.try_keys([key])
                    return pin
        return None

    def try_keys(self, keys: Iterable[bytes], *, as_seeds: bool = False) -> None:
        """Each key on every lock, and whatever that opens.

        Whether a key is the seed of a pair shows in its public key; with `as_seeds` it is tried on
        every blob all the same.
        """
        given = [key for key in keys if len(key) == KEY_LENGTH]
        waiting = list(given)
        while waiting:
            key = waiting.pop()
            if key in self.tried or len(key) != KEY_LENGTH:
                continue
            self.tried.add(key)
            waiting += self._with_key(key)
            if hybrid.public_key(key) in self._publics:
                waiting += self._with_seed(key)
        if as_seeds:
            for key in given:
                self.try_keys(self._with_seed(key))

    def _with_key(self, key: bytes) -> list[bytes]:
        found: list[bytes] = []
        cipher = AESGCM(key)
        for lock in self._aes:
            found += self._try(cipher, lock)
        for first, *others in self._records:
            if opened := self._try(cipher, first):
                found += opened
                for lock in others:
                    found += self._try(cipher, lock)
        for account_id, some in self._unlocks.items():
            # As what Argon2id made, or a passkey, it leads to a key for the user's own wraps.
            for kek in _keks(key, account_id):
                of_user = AESGCM(kek)
                for lock in some:
                    found += self._try(of_user, lock)
        of_session = AESGCM(derive_key(key, "session-blob", "v1"))
        for lock in self._sessions:
            found += self._try(of_session, lock)
        for purpose, some in self._own.items():
            own = AESGCM(derive_key(key, "own", "v1", purpose))
            for lock in some:
                found += self._try(own, lock)
        return found

    def _try(self, cipher: AESGCM, lock: Lock) -> list[bytes]:
        try:
            text = cipher.decrypt(lock.nonce, lock.body, lock.bound)
        except (InvalidTag, ValueError):
            return []
        return self._keep(lock, text)

    def _with_seed(self, seed: bytes) -> list[bytes]:
        found: list[bytes] = []
        pair = _pair(seed)
        for lock in self._hpke:
            try:
                text = SUITE.decrypt(lock.blob[1:], pair, frame(lock.blob[:1], lock.bound))
            except (InvalidTag, ValueError):
                continue
            found += self._keep(lock, text)
        secret = GroupSecret(seed)
        for epoch in self.loot.keystore["group_epoch"]:
            found.append(groups.wrapping_key(secret, epoch["group_code"], epoch["id"]))
        return found

    def _keep(self, lock: Lock, text: bytes) -> list[bytes]:
        self.opened.setdefault(lock.name, {})[lock.blob] = text
        return [text[:KEY_LENGTH], *_keys_inside(text)]


def _stretched(pin: str, salt: bytes, cost: Cost) -> bytes:
    return Argon2id(
        salt=salt,
        length=KEY_LENGTH,
        iterations=cost.iterations,
        lanes=1,
        memory_cost=cost.memory_kib,
    ).derive(pin.encode())


def _pair(seed: bytes) -> MLKEM768X25519PrivateKey:
    mlkem = derive_key(seed, "hybrid", "v1", "ml-kem-768", length=64)
    x25519 = derive_key(seed, "hybrid", "v1", "x25519")
    return MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(mlkem), X25519PrivateKey.from_private_bytes(x25519)
    )


def _keks(key: bytes, account_id: UUID) -> list[bytes]:
    of_login = passphrases.login_keys(passphrases.Master(key), account_id)
    return [
        key,
        of_login.kek,
        of_login.totp_key,
        passphrases.passkey_kek(key, account_id),
    ]


def _keys_inside(text: bytes) -> list[bytes]:
    """A session's keys stand in JSON, behind the padding."""
    length = int.from_bytes(text[:4], "big")
    try:
        values: Any = json.loads(text[4 : 4 + length])
        return [base64.b64decode(value) for value in values.values()]
    except (ValueError, AttributeError, TypeError, binascii.Error):
        return []
