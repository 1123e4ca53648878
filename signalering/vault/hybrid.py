"""Sealing to a public key that stays safe when either of two hard problems falls.

ML-KEM-768 (FIPS 203) and X25519 (RFC 7748) joined by HPKE (RFC 9180). HPKE takes no public
associated data here, so everything that a blob belongs to is bound through `info`.
"""

from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from signalering.domain.errors import CannotOpen
from signalering.vault.derivation import derive_key
from signalering.vault.encoding import frame
from signalering.vault.versions import Registry, UnknownVersion, Version


class BadPublicKey(ValueError):
    """Nothing can be sealed to these bytes: they are no public key of a known suite."""


class HybridSuite(Protocol):
    """What a hybrid suite must be able to do; all may raise ValueError, `open` InvalidTag too."""

    def public_key(self, seed: bytes) -> bytes:
        """Derive the public key of a 32-byte seed."""

    def seal(self, public: bytes, plaintext: bytes, info: bytes) -> bytes:
        """Encrypt to a public key."""

    def open(self, seed: bytes, body: bytes, info: bytes) -> bytes:
        """Undo `seal`."""


class MlKem768X25519:
    """HPKE with ML-KEM-768 and X25519, HKDF-SHA256 and AES-256-GCM."""

    _MLKEM_SEED = 64
    _MLKEM_PUBLIC = 1184

    def __init__(self) -> None:
        self._suite = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)

    def public_key(self, seed: bytes) -> bytes:
        """Give the ML-KEM public key followed by the X25519 public key."""
        mlkem, x25519 = self._halves(seed)
        return mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()

    def seal(self, public: bytes, plaintext: bytes, info: bytes) -> bytes:
        """Encrypt to a public key."""
        key = MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(public[: self._MLKEM_PUBLIC]),
            X25519PublicKey.from_public_bytes(public[self._MLKEM_PUBLIC :]),
        )
        return self._suite.encrypt(plaintext, key, info)

    def open(self, seed: bytes, body: bytes, info: bytes) -> bytes:
        """Undo `seal`."""
        return self._suite.decrypt(body, MLKEM768X25519PrivateKey(*self._halves(seed)), info)

    def _halves(self, seed: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
        mlkem = derive_key(seed, "hybrid", "v1", "ml-kem-768", length=self._MLKEM_SEED)
        x25519 = derive_key(seed, "hybrid", "v1", "x25519")
        return (
            MLKEM768PrivateKey.from_seed_bytes(mlkem),
            X25519PrivateKey.from_private_bytes(x25519),
        )


HYBRID: Registry[HybridSuite] = Registry(
    current=Version.MLKEM768_X25519_HKDF_SHA256_AES_256_GCM,
    suites={Version.MLKEM768_X25519_HKDF_SHA256_AES_256_GCM: MlKem768X25519()},
)


def public_key(seed: bytes, suites: Registry[HybridSuite] = HYBRID) -> bytes:
    """Derive the public key of a seed; it is safe to store in clear.

    Raises ValueError when the seed is not 32 bytes long.
    """
    version, suite = suites.writing()
    return version + suite.public_key(seed)


def seal_to(
    public: bytes, plaintext: bytes, info: bytes, suites: Registry[HybridSuite] = HYBRID
) -> bytes:
    """Seal to a public key, under the suite that the key itself names.

    Whoever holds the seed opens it with the same `info`; the sender stays unknown, so a blob
    proves nothing about who made it. Raises BadPublicKey.
    """
    try:
        marked = suites.reading(public)
        body = marked.suite.seal(marked.body, plaintext, frame(marked.version, info))
    except (UnknownVersion, ValueError) as error:
        raise BadPublicKey("not a public key of a known suite") from error
    return marked.version + body


def open_with(
    seed: bytes, blob: bytes, info: bytes, suites: Registry[HybridSuite] = HYBRID
) -> bytes:
    """Open what `seal_to` made. Every failure is CannotOpen."""
    try:
        marked = suites.reading(blob)
        return marked.suite.open(seed, marked.body, frame(marked.version, info))
    except (UnknownVersion, InvalidTag, ValueError):
        raise CannotOpen from None
