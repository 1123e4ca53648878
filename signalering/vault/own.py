"""What a person keeps for themselves: sealed under a key of their own secret, found by a tag."""

from signalering.vault import symmetric
from signalering.vault.derivation import derive_key
from signalering.vault.kinds import UserSecret
from signalering.vault.padding import pad, unpad


def seal_own(user_secret: UserSecret, purpose: str, tag: bytes, data: bytes) -> bytes:
    """Seal something for its owner alone, bound to the tag that finds it, padded.

    Raises ValueError when the secret is not 32 bytes long or the data exceeds 64 MiB.
    """
    return symmetric.encrypt(_key(user_secret, purpose), pad(data), "own", purpose, tag)


def open_own(user_secret: UserSecret, purpose: str, tag: bytes, blob: bytes) -> bytes:
    """Open what `seal_own` made. Every failure is CannotOpen."""
    return unpad(symmetric.decrypt(_key(user_secret, purpose), blob, "own", purpose, tag))


def _key(user_secret: UserSecret, purpose: str) -> bytes:
    return derive_key(user_secret, "own", "v1", purpose)
