"""Keys of records, wrapped for those who may open them.

Two forms: "hpke" to a public key, where a stranger to the group seals (or where the receiver is
one reporter), and "aes" under the group's wrapping key, which only members can make.
"""

from enum import StrEnum
from uuid import UUID

from signalering.domain.errors import CannotOpen
from signalering.vault import hybrid, symmetric
from signalering.vault.encoding import frame
from signalering.vault.kinds import KEY_LENGTH, RecordKey, SegmentKey, Share, WrappingKey


class Form(StrEnum):
    """How a key is wrapped."""

    HPKE = "hpke"
    AES = "aes"


class Purpose(StrEnum):
    """What a wrapped key is for; a key never serves two purposes."""

    THREAD = "thread"
    TRIAGE = "triage"
    CONTACT = "contact"
    CASE = "case"
    SEGMENT = "segment"


Wrappable = RecordKey | SegmentKey | Share


def wrap_to_public(public: bytes, key: Wrappable, key_id: UUID, purpose: str) -> bytes:
    """Wrap a key to a public key (form "hpke").

    Raises BadPublicKey, ValueError for an unknown purpose or a key that isn't 32 bytes long.
    """
    _check(key, purpose)
    return hybrid.seal_to(public, key, frame("wrap", key_id, purpose))


def open_public_wrap(seed: bytes, blob: bytes, key_id: UUID, purpose: str) -> RecordKey:
    """Open a wrap of the form "hpke" with a user's or a group's secret.

    Every failure is CannotOpen.
    """
    return _whole(hybrid.open_with(seed, blob, frame("wrap", key_id, purpose)))


def wrap_with(wrapping_key: WrappingKey, key: Wrappable, key_id: UUID, purpose: str) -> bytes:
    """Wrap a key under the group's wrapping key (form "aes").

    Raises ValueError for an unknown purpose or a key that isn't 32 bytes long.
    """
    _check(key, purpose)
    return symmetric.encrypt(wrapping_key, key, "wrap", key_id, purpose)


def open_with_wrapping(
    wrapping_key: WrappingKey, blob: bytes, key_id: UUID, purpose: str
) -> RecordKey:
    """Open a wrap of the form "aes". Every failure is CannotOpen."""
    return _whole(symmetric.decrypt(wrapping_key, blob, "wrap", key_id, purpose))


def _check(key: bytes, purpose: str) -> None:
    Purpose(purpose)
    if len(key) != KEY_LENGTH:
        raise ValueError("a key is 32 bytes long")


def _whole(key: bytes) -> RecordKey:
    if len(key) != KEY_LENGTH:
        raise CannotOpen
    return RecordKey(key)
