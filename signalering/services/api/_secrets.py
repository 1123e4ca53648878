"""What is kept of a secret that a program holds.

Each is 256 random bits, so that nothing slow is needed against guessing. The hash is keyed: a copy
of the database alone proves no guess.
"""

import base64
import hmac
from uuid import UUID

from signalering.services.work import Work
from signalering.vault.encoding import Part, frame
from signalering.vault.links import new_token

__all__ = ["hash_of_secret", "hash_of_token", "keyed", "new_token", "token_of"]


def keyed(work: Work, purpose: str, *parts: Part) -> bytes:
    """A hash under the installation's key, for this purpose alone."""
    return hmac.digest(work.settings.lookup_key, frame("api", "v1", purpose, *parts), "sha256")


def hash_of_secret(work: Work, client_id: UUID, secret: str) -> bytes:
    """Of a client's secret."""
    return keyed(work, "client", client_id, secret)


def hash_of_token(work: Work, token: str) -> bytes:
    """Of a token."""
    return keyed(work, "token", token)


def token_of(digest: bytes) -> str:
    """A hash as it can stand in an address."""
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
