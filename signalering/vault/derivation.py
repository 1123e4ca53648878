"""HKDF-SHA256 (RFC 5869), the one way in which a key comes out of another."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from signalering.vault.encoding import Part, frame
from signalering.vault.kinds import KEY_LENGTH


def derive_key(
    secret: bytes, *names: Part, length: int = KEY_LENGTH, salt: bytes | None = None
) -> bytes:
    """Derive `length` bytes for the purpose that `names` spell out.

    Different names give keys that say nothing about each other. Raises ValueError when the
    secret has another length than a secret has.
    """
    if len(secret) != KEY_LENGTH:
        raise ValueError("a secret is 32 bytes long")
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=frame(*names)).derive(secret)
