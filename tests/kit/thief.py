"""Somebody who has everything that lies about, and tries whatever key comes to mind on all of it.

One program for all who open: give it what the configuration yields and it is a thief; give it a
passphrase and it is that person; give it the recovery secret and it is two shares of three.
"""

import base64
import binascii
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, Suite

from kit.dump import Loot, Row
from signalering.vault import groups, hybrid, passphrases
from signalering.vault.derivation import derive_key
from signalering.vault.encoding import Part, frame
from signalering.vault.kinds import KEY_LENGTH, GroupSecret
from signalering.vault.passphrases import Cost
from signalering.vault.wraps import Purpose

# The first byte of a blob says which of two ways it was sealed in.
VERSION, HYBRID = b"\x01", b"\x41"
NONCE = 12
SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
WAYS_TO_UNLOCK = ("passphrase", "passkey")

# Where each sealed text is bound: the columns that say its record and its entry (None: 0).
SLOTS: dict[str, tuple[str, str, str | None]] = {
    "thread_entry": ("sealed", "signal_id", "number"),
    "triage_entry": ("sealed", "signal_id", "number"),
    "contact_details": ("sealed", "id", None),
    "case_entry": ("sealed", "case_id", "number"),
    "pending_fact": ("sealed", "id", None),
    "audit_entry": ("sealed", "segment_id", "number"),
    "referral": ("package", "id", None),
}
# Sealed columns that hold keys or sessions; together with SLOTS these are all.
OTHERS = frozenset(
    {
        "log_in_session.sealed",
        "relink.sealed",
        "credential.totp_sealed",
        "user_wrap.wrapped",
        "group_epoch.recovery_wrap",
        "key_grant.wrapped",
        "wrap.wrapped",
    }
)


@dataclass(frozen=True)
class Lock:
    """One blob and what it is bound to."""

    name: str
    blob: bytes
    bound: bytes
    record: object = None

    @cached_property
    def nonce(self) -> bytes:
        """Behind the version, if it is a symmetric one."""
        return self.blob[1 : 1 + NONCE]

    @cached_property
    def body(self) -> bytes:
        """The rest."""
        return self.blob[1 + NONCE :]


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
            list(locks)
            for table in SLOTS
            for _, locks in groupby(_slots(table, tables[table]), lambda lock: lock.record)
        ]
        self._sessions = _sessions(tables)
        self._aes = [*_aes_wraps(tables), *self._sessions]
        self._unlocks = {
            row["account_id"]: [*_user_wraps(tables, row["account_id"]), *_totp(row)]
            for row in tables["credential"]
        }
        self._hpke = [*_grants(tables), *_recovery(tables), *_hpke_wraps(tables), *_relinks(tables)]
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
        for account_id, locks in self._unlocks.items():
            # As what Argon2id made, or a passkey, it leads to a key for the user's own wraps.
            for kek in _keks(key, account_id):
                of_user = AESGCM(kek)
                for lock in locks:
                    found += self._try(of_user, lock)
        of_session = AESGCM(derive_key(key, "session-blob", "v1"))
        for lock in self._sessions:
            found += self._try(of_session, lock)
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


def _pair(seed: bytes) -> MLKEM768X25519PrivateKey:
    mlkem = derive_key(seed, "hybrid", "v1", "ml-kem-768", length=64)
    x25519 = derive_key(seed, "hybrid", "v1", "x25519")
    return MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(mlkem), X25519PrivateKey.from_private_bytes(x25519)
    )


def _slots(table: str, rows: list[Row]) -> list[Lock]:
    column, record, entry = SLOTS[table]
    return [
        Lock(
            f"{table}.{column}",
            row[column],
            frame(VERSION, table, column, row[record], row[entry] if entry else 0),
            row[record],
        )
        for row in sorted(rows, key=lambda row: row[record].bytes)
        if row[column] is not None
    ]


def _lock(name: str, blob: bytes, *bound: Part) -> Lock:
    return Lock(name, blob, frame(VERSION, *bound))


def _aes_wraps(tables: dict[str, list[Row]]) -> list[Lock]:
    """A thief doesn't care for what the row says of its form or purpose."""
    return [
        _lock("wrap.wrapped", row["wrapped"], "wrap", row["key_id"], purpose.value)
        for row in tables["wrap"]
        if row["wrapped"][:1] == VERSION
        for purpose in Purpose
    ]


def _hpke_wraps(tables: dict[str, list[Row]]) -> list[Lock]:
    return [
        Lock("wrap.wrapped", row["wrapped"], frame("wrap", row["key_id"], purpose.value))
        for row in tables["wrap"]
        if row["wrapped"][:1] == HYBRID
        for purpose in Purpose
    ]


def _grants(tables: dict[str, list[Row]]) -> list[Lock]:
    group_of = {row["id"]: row["group_code"] for row in tables["group_epoch"]}
    return [
        Lock(
            "key_grant.wrapped",
            row["wrapped"],
            frame("grant", group_of[row["epoch_id"]], row["epoch_id"], row["account_id"]),
        )
        for row in tables["key_grant"]
    ]


def _recovery(tables: dict[str, list[Row]]) -> list[Lock]:
    return [
        Lock(
            "group_epoch.recovery_wrap",
            row["recovery_wrap"],
            frame("recovery", row["group_code"], row["id"]),
        )
        for row in tables["group_epoch"]
    ]


def _relinks(tables: dict[str, list[Row]]) -> list[Lock]:
    return [
        Lock("relink.sealed", row["sealed"], frame("relink", row["account_id"]))
        for row in tables["relink"]
        if row["sealed"] is not None
    ]


def _sessions(tables: dict[str, list[Row]]) -> list[Lock]:
    return [
        _lock("log_in_session.sealed", row["sealed"], "session") for row in tables["log_in_session"]
    ]


def _totp(row: Row) -> list[Lock]:
    name, sealed = "credential.totp_sealed", row["totp_sealed"]
    if sealed is None:
        return []
    return [_lock(name, sealed, "credential", "totp_sealed", row["account_id"], 0)]


def _user_wraps(tables: dict[str, list[Row]], account_id: UUID) -> list[Lock]:
    return [
        _lock("user_wrap.wrapped", row["wrapped"], "user-secret", account_id, way)
        for row in tables["user_wrap"]
        if row["account_id"] == account_id
        for way in WAYS_TO_UNLOCK
    ]


def _keks(key: bytes, account_id: UUID) -> list[bytes]:
    of_login = passphrases.login_keys(passphrases.Master(key), account_id)
    return [
        key,
        of_login.kek,
        of_login.totp_key,
        passphrases.passkey_kek(key, account_id),
    ]


def _keys_inside(text: bytes) -> list[bytes]:
    """A session's blob holds the user's secret, behind its padding and in JSON."""
    length = int.from_bytes(text[:4], "big")
    try:
        values: Any = json.loads(text[4 : 4 + length])
        return [base64.b64decode(values["secret"])]
    except (ValueError, KeyError, TypeError, binascii.Error):
        return []
