"""A subscriber's address: sealed under two halves, and found again without being opened.

Nobody stands by when the newsletter goes out, so the server must be able to read it by itself: one
half is the installation's secret, the other a row of the keystore. Either half alone says nothing,
and deleting the row shuts the address in every backup of the data too.
"""

import base64
import hmac
from typing import NewType
from uuid import UUID

from signalering.domain.errors import CannotOpen
from signalering.vault import symmetric
from signalering.vault.derivation import derive_key
from signalering.vault.kinds import KEY_LENGTH, Share
from signalering.vault.padding import pad, unpad

AddressKey = NewType("AddressKey", bytes)
"""Seals the address of one subscriber."""


def address_key(secret: bytes, share: Share) -> AddressKey:
    """Join both halves. Raises ValueError when a half is not 32 bytes long."""
    if len(share) != KEY_LENGTH:
        raise ValueError("a share is 32 bytes long")
    return AddressKey(derive_key(secret, "subscriber", "v1", salt=share))


def seal_address(key: AddressKey, subscriber_id: UUID, address: str) -> bytes:
    """Bound to its row: in another one it opens nothing."""
    return symmetric.encrypt(key, pad(address.encode()), "subscriber", subscriber_id)


def open_address(key: AddressKey, subscriber_id: UUID, sealed: bytes) -> str:
    """What `seal_address` sealed. Every failure is CannotOpen."""
    try:
        return unpad(symmetric.decrypt(key, sealed, "subscriber", subscriber_id)).decode()
    except UnicodeDecodeError:
        raise CannotOpen from None


def address_hash(secret: bytes, address: str) -> bytes:
    """Finds an address that is known; without the secret nobody can try addresses out."""
    key = derive_key(secret, "subscriber address", "v1")
    return hmac.digest(key, address.encode(), "sha256")


def leave_token(key: AddressKey) -> str:
    """What stands in the link that ends the subscription: the same in every mail, and in no row."""
    secret = derive_key(key, "leave", "v1")
    return base64.urlsafe_b64encode(secret).decode().rstrip("=")
