"""Two suites of a family live side by side, and an unknown one is refused."""

import secrets
from functools import partial
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from signalering.domain.errors import CannotOpen
from signalering.vault import hybrid, symmetric, wraps
from signalering.vault.encoding import frame
from signalering.vault.hybrid import BadPublicKey, HybridSuite, MlKem768X25519
from signalering.vault.kinds import GroupSecret, RecordKey, WrappingKey
from signalering.vault.seals import Slot, open_sealed, seal
from signalering.vault.symmetric import Aes256Gcm, SymmetricSuite
from signalering.vault.versions import Registry, UnknownVersion, Version

KEY = bytes(range(32))
ID = UUID("11111111-2222-4333-8444-555555555555")
LATER = 0x02
LATER_HYBRID = 0x42


class ChaCha:
    """A second symmetric suite, as a later version might bring."""

    def encrypt(self, key: bytes, plaintext: bytes, bound: bytes) -> bytes:
        nonce = secrets.token_bytes(12)
        return nonce + ChaCha20Poly1305(key).encrypt(nonce, plaintext, bound)

    def decrypt(self, key: bytes, body: bytes, bound: bytes) -> bytes:
        return ChaCha20Poly1305(key).decrypt(body[:12], body[12:], bound)


class OtherHybrid(MlKem768X25519):
    """A second hybrid suite, told from the first by what it binds."""

    def seal(self, public: bytes, plaintext: bytes, info: bytes) -> bytes:
        return super().seal(public, plaintext, frame("later", info))

    def open(self, seed: bytes, body: bytes, info: bytes) -> bytes:
        return super().open(seed, body, frame("later", info))


BOTH: Registry[SymmetricSuite] = Registry(
    current=LATER, suites={Version.AES_256_GCM: Aes256Gcm(), LATER: ChaCha()}
)
BOTH_HYBRID: Registry[HybridSuite] = Registry(
    current=LATER_HYBRID,
    suites={
        Version.MLKEM768_X25519_HKDF_SHA256_AES_256_GCM: MlKem768X25519(),
        LATER_HYBRID: OtherHybrid(),
    },
)


def test_version_numbers_are_pinned() -> None:
    assert symmetric.encrypt(KEY, b"")[0] == 0x01
    assert hybrid.public_key(KEY)[0] == 0x41
    assert hybrid.seal_to(hybrid.public_key(KEY), b"", b"")[0] == 0x41


def test_a_second_symmetric_suite_writes_while_the_first_stays_readable() -> None:
    old = symmetric.encrypt(KEY, b"old", "place")
    new = symmetric.encrypt(KEY, b"new", "place", suites=BOTH)
    assert (old[0], new[0]) == (Version.AES_256_GCM, LATER)
    assert symmetric.decrypt(KEY, old, "place", suites=BOTH) == b"old"
    assert symmetric.decrypt(KEY, new, "place", suites=BOTH) == b"new"


def test_a_blob_can_not_pass_for_the_other_suite() -> None:
    old = symmetric.encrypt(KEY, b"old", "place")
    with pytest.raises(CannotOpen):
        symmetric.decrypt(KEY, bytes([LATER]) + old[1:], "place", suites=BOTH)


def test_a_program_without_the_second_suite_refuses_it() -> None:
    new = symmetric.encrypt(KEY, b"new", "place", suites=BOTH)
    with pytest.raises(CannotOpen):
        symmetric.decrypt(KEY, new, "place")


def test_sealing_follows_the_suite_that_the_public_key_names() -> None:
    old_public = hybrid.public_key(KEY)
    new_public = hybrid.public_key(KEY, BOTH_HYBRID)
    old = hybrid.seal_to(old_public, b"old", b"info", BOTH_HYBRID)
    new = hybrid.seal_to(new_public, b"new", b"info", BOTH_HYBRID)
    assert (old[0], new[0]) == (0x41, LATER_HYBRID)
    assert hybrid.open_with(KEY, old, b"info") == b"old"
    assert hybrid.open_with(KEY, old, b"info", BOTH_HYBRID) == b"old"
    assert hybrid.open_with(KEY, new, b"info", BOTH_HYBRID) == b"new"
    with pytest.raises(CannotOpen):
        hybrid.open_with(KEY, new, b"info")
    with pytest.raises(BadPublicKey):
        hybrid.seal_to(new_public, b"new", b"info")


def test_everything_sealed_moves_to_the_second_suites_and_stays_readable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Words, wraps and grants: written before and after, read by one program."""
    slot, record = Slot("case_entry", "sealed", ID, 1), RecordKey(KEY)
    old_public = hybrid.public_key(KEY)
    old_words = seal(record, slot, "oud")
    old_wraps = [
        wraps.wrap_with(WrappingKey(KEY), record, ID, "case"),
        wraps.wrap_to_public(old_public, record, ID, "case"),
    ]
    for module, names, suites in (
        (symmetric, ("encrypt", "decrypt"), BOTH),
        (hybrid, ("public_key", "seal_to", "open_with"), BOTH_HYBRID),
    ):
        for name in names:
            monkeypatch.setattr(module, name, partial(getattr(module, name), suites=suites))
    new_words = seal(record, slot, "nieuw")
    new_wraps = [
        wraps.wrap_with(WrappingKey(KEY), record, ID, "case"),
        wraps.wrap_to_public(hybrid.public_key(KEY), record, ID, "case"),
    ]
    assert [one[0] for one in (new_words, *new_wraps)] == [LATER, LATER, LATER_HYBRID]
    assert [open_sealed(record, slot, words) for words in (old_words, new_words)] == [
        b"oud",
        b"nieuw",
    ]
    for by_key, by_seed in (old_wraps, new_wraps):
        assert wraps.open_with_wrapping(WrappingKey(KEY), by_key, ID, "case") == record
        assert wraps.open_public_wrap(GroupSecret(KEY), by_seed, ID, "case") == record


def test_a_registry_must_be_able_to_read_what_it_writes() -> None:
    with pytest.raises(ValueError, match="must be registered"):
        Registry(current=3, suites={1: "one"})
    with pytest.raises(ValueError, match="one byte"):
        Registry(current=0, suites={0: "none"})
    with pytest.raises(ValueError, match="one byte"):
        Registry(current=256, suites={256: "too much"})


@pytest.mark.parametrize("blob", [b"", b"\x02", b"\x00rest"])
def test_an_empty_or_unknown_blob_has_no_suite(blob: bytes) -> None:
    with pytest.raises(UnknownVersion):
        Registry(current=1, suites={1: "one"}).reading(blob)
