"""A person's secret: how it is kept, what follows from it, and how a swap is noticed."""

import hashlib
from uuid import UUID

from signalering.domain.errors import CannotOpen
from signalering.vault import hybrid, symmetric
from signalering.vault.derivation import derive_key
from signalering.vault.encoding import frame
from signalering.vault.kinds import KEY_LENGTH, Kek, TagKey, UserSecret, random_secret


def new_user_secret() -> UserSecret:
    """Give a fresh secret for one person."""
    return UserSecret(random_secret())


def wrap_user_secret(kek: Kek, secret: UserSecret, account_id: UUID, method: str) -> bytes:
    """Wrap a person's secret under one way of unlocking ("passphrase", an authenticator, ...)."""
    return symmetric.encrypt(kek, secret, "user-secret", account_id, method)


def unwrap_user_secret(kek: Kek, blob: bytes, account_id: UUID, method: str) -> UserSecret:
    """Open a person's secret. Every failure is CannotOpen."""
    secret = symmetric.decrypt(kek, blob, "user-secret", account_id, method)
    if len(secret) != KEY_LENGTH:
        raise CannotOpen
    return UserSecret(secret)


def public_key(secret: UserSecret) -> bytes:
    """Derive the public key that is stored in clear."""
    return hybrid.public_key(secret)


def key_hash(public: bytes) -> bytes:
    """Give the hash by which a thread recognises its reporter's public key later."""
    return hashlib.sha256(frame("user-key", "v1", public)).digest()


def tag_key(secret: UserSecret) -> TagKey:
    """Derive the key of the tags by which a person finds their own signals and drafts."""
    return TagKey(derive_key(secret, "tags", "v1"))


def swapped(secret: UserSecret, stored_public: bytes) -> bool:
    """Tell at unlock whether somebody put another public key in the place of this person's."""
    return public_key(secret) != stored_public
