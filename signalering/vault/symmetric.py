"""Authenticated encryption under a key that both sides hold."""

import secrets
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from signalering.domain.errors import CannotOpen
from signalering.vault.encoding import Part, frame
from signalering.vault.kinds import KEY_LENGTH
from signalering.vault.versions import Registry, UnknownVersion, Version


class SymmetricSuite(Protocol):
    """What a symmetric suite must be able to do; both may raise ValueError or InvalidTag."""

    def encrypt(self, key: bytes, plaintext: bytes, bound: bytes) -> bytes:
        """Encrypt and authenticate, with `bound` as associated data."""

    def decrypt(self, key: bytes, body: bytes, bound: bytes) -> bytes:
        """Undo `encrypt`."""


class Aes256Gcm:
    """AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce in front.

    A random nonce is safe up to some four thousand million messages a key, far more than any key
    of this program ever seals.
    """

    _NONCE = 12

    def encrypt(self, key: bytes, plaintext: bytes, bound: bytes) -> bytes:
        """Encrypt under a fresh nonce."""
        nonce = secrets.token_bytes(self._NONCE)
        return nonce + AESGCM(key).encrypt(nonce, plaintext, bound)

    def decrypt(self, key: bytes, body: bytes, bound: bytes) -> bytes:
        """Undo `encrypt`."""
        return AESGCM(key).decrypt(body[: self._NONCE], body[self._NONCE :], bound)


SYMMETRIC: Registry[SymmetricSuite] = Registry(
    current=Version.AES_256_GCM, suites={Version.AES_256_GCM: Aes256Gcm()}
)


def encrypt(
    key: bytes, plaintext: bytes, *bound: Part, suites: Registry[SymmetricSuite] = SYMMETRIC
) -> bytes:
    """Encrypt under the suite that writes; the blob opens only with the same `bound` parts.

    Raises ValueError when the key is not 32 bytes long.
    """
    if len(key) != KEY_LENGTH:
        raise ValueError("a key is 32 bytes long")
    version, suite = suites.writing()
    return version + suite.encrypt(key, plaintext, frame(version, *bound))


def decrypt(
    key: bytes, blob: bytes, *bound: Part, suites: Registry[SymmetricSuite] = SYMMETRIC
) -> bytes:
    """Open a blob under whichever registered suite it names. Every failure is CannotOpen."""
    if len(key) != KEY_LENGTH:
        raise CannotOpen
    try:
        marked = suites.reading(blob)
        return marked.suite.decrypt(key, marked.body, frame(marked.version, *bound))
    except (UnknownVersion, InvalidTag, ValueError):
        raise CannotOpen from None
