"""What a session keeps, readable only with the cookie; and what outlives a session unsent."""

from uuid import UUID

from signalering.domain.errors import CannotOpen
from signalering.vault import hybrid, symmetric
from signalering.vault.derivation import derive_key
from signalering.vault.encoding import frame
from signalering.vault.kinds import KEY_LENGTH, SessionSecret, UserSecret, random_secret
from signalering.vault.padding import pad, size_class, unpad

# Whatever a session says of somebody fits in: hats of other lengths are not told apart by it.
ROOM = size_class(1000)


def new_session_secret() -> SessionSecret:
    """Give a fresh secret; the cookie is the only place where it is kept."""
    return SessionSecret(random_secret())


def find_hash(secret: SessionSecret) -> bytes:
    """Give what the row is found by; it says nothing about the key of the blob.

    Raises ValueError when the secret is not 32 bytes long.
    """
    return derive_key(secret, "session-find", "v1")


def seal_blob(secret: SessionSecret, data: bytes, part: str = "about") -> bytes:
    """Seal one part of what the session keeps, padded: its size tells nothing.

    Raises ValueError when the secret is not 32 bytes long or the data exceeds 64 MiB.
    """
    size = max(ROOM, size_class(len(data)))
    return symmetric.encrypt(_blob_key(secret), pad(data, size), "session", part)


def open_blob(secret: SessionSecret, blob: bytes, part: str = "about") -> bytes:
    """Open what `seal_blob` made. Every failure is CannotOpen."""
    if len(secret) != KEY_LENGTH:
        raise CannotOpen
    return unpad(symmetric.decrypt(_blob_key(secret), blob, "session", part))


def hold(public: bytes, data: bytes, account_id: UUID) -> bytes:
    """Seal what somebody was typing to their own public key, when time ran out.

    Raises BadPublicKey, ValueError above 64 MiB.
    """
    return hybrid.seal_to(public, pad(data), frame("held", account_id))


def open_held(user_secret: UserSecret, blob: bytes, account_id: UUID) -> bytes:
    """Give back what was being typed. Every failure is CannotOpen."""
    return unpad(hybrid.open_with(user_secret, blob, frame("held", account_id)))


def _blob_key(secret: SessionSecret) -> bytes:
    return derive_key(secret, "session-blob", "v1")
