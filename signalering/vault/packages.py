"""What a referral shows its receiver opens with two halves: one in the link, one stored."""

import base64
import binascii

from signalering.domain.errors import CannotOpen
from signalering.vault.derivation import derive_key
from signalering.vault.kinds import KEY_LENGTH, LinkSecret, RecordKey, Share, random_secret


def new_link_secret() -> LinkSecret:
    """Give the half that travels in the address and is stored nowhere."""
    return LinkSecret(random_secret())


def new_share() -> Share:
    """Give the half that is stored, and deleted when consent ends."""
    return Share(random_secret())


def token_of(link_secret: LinkSecret) -> str:
    """The half for the link as it stands in the address."""
    return base64.urlsafe_b64encode(link_secret).decode().rstrip("=")


def secret_of(token: str) -> LinkSecret:
    """What `token_of` wrote. Raises CannotOpen."""
    try:
        secret = base64.b64decode(f"{token}=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise CannotOpen from None
    if len(secret) != KEY_LENGTH:
        raise CannotOpen
    return LinkSecret(secret)


def package_key(link_secret: LinkSecret, share: Share) -> RecordKey:
    """Join both halves to the key of the package; either half alone says nothing.

    Raises ValueError when a half is not 32 bytes long.
    """
    if len(share) != KEY_LENGTH:
        raise ValueError("a share is 32 bytes long")
    return RecordKey(derive_key(link_secret, "package", "v1", salt=share))
