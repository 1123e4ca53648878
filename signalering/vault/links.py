"""One-time links: 256 random bits in an address, of which only a hash is kept."""

import base64
import binascii
import hashlib
from typing import NewType
from uuid import UUID

from signalering.domain.errors import CannotOpen
from signalering.vault import symmetric
from signalering.vault.derivation import derive_key
from signalering.vault.encoding import frame
from signalering.vault.kinds import KEY_LENGTH, random_secret
from signalering.vault.padding import pad, unpad

Carrier = NewType("Carrier", bytes)
"""Seals what a page carries from one step to the next; whoever has the page has it too."""


def new_token() -> str:
    """What stands in the address."""
    return base64.urlsafe_b64encode(random_secret()).decode().rstrip("=")


def token_hash(token: str) -> bytes:
    """What is kept of it: by guessing nobody gets from one to the other."""
    return hashlib.sha256(frame("link", "v1", token)).digest()


def carrier_of(secret: bytes | str, purpose: str) -> Carrier:
    """The key of a page's hidden field, from what its visitor holds: link, code or open keys."""
    seed = hashlib.sha256(frame("carrier", "v1", secret)).digest()
    return Carrier(derive_key(seed, "carrier", "v1", purpose))


def carry(carrier: Carrier, account_id: UUID, data: bytes) -> str:
    """Seal what the next step needs, so that nothing of it is kept here meanwhile."""
    blob = symmetric.encrypt(carrier, pad(data), "carried", account_id)
    return base64.b64encode(blob).decode()


def carried(carrier: Carrier, account_id: UUID, text: str) -> bytes:
    """What `carry` sealed. Every failure is CannotOpen."""
    if len(carrier) != KEY_LENGTH:
        raise CannotOpen
    try:
        blob = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise CannotOpen from None
    return unpad(symmetric.decrypt(carrier, blob, "carried", account_id))
