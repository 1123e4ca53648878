"""Key groups: how several people hold one key, and who vouches for whom.

A group's secret belongs to one epoch; a rotation makes a new one. Each member gets it in a grant.
"""

import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from signalering.domain.errors import CannotOpen
from signalering.vault import hybrid
from signalering.vault.derivation import derive_key
from signalering.vault.encoding import frame
from signalering.vault.kinds import (
    KEY_LENGTH,
    GroupSecret,
    RecoverySecret,
    UserSecret,
    WrappingKey,
    random_secret,
)

CASEWORK = "casework"
AUDIT = "audit"
GROUPS = frozenset({CASEWORK, AUDIT})


@dataclass(frozen=True, repr=False)
class Grant:
    """An opened grant: the secret, and the hash of the recovery key that the granter knew."""

    secret: GroupSecret
    recovery_hash: bytes


def new_group_secret() -> GroupSecret:
    """Give a fresh secret for one epoch of a group."""
    return GroupSecret(random_secret())


def group_public_key(secret: GroupSecret) -> bytes:
    """Derive the public key to which strangers to the group seal."""
    return hybrid.public_key(secret)


def wrapping_key(secret: GroupSecret, group: str, epoch_id: UUID) -> WrappingKey:
    """Derive the key that wraps what members make. Raises ValueError for an unknown group."""
    return WrappingKey(derive_key(secret, "wrapping", "v1", _known(group), epoch_id))


def recovery_hash(recovery_public: bytes) -> bytes:
    """Give the hash by which a member recognises the recovery key later."""
    return hashlib.sha256(frame("recovery-key", "v1", recovery_public)).digest()


def grant(
    member_public: bytes,
    secret: GroupSecret,
    group: str,
    epoch_id: UUID,
    member_id: UUID,
    recovery_public: bytes,
) -> bytes:
    """Seal the group's secret to one member.

    The hash of the recovery key goes with it: a swapped recovery key is noticed by every member.
    Raises BadPublicKey, ValueError for an unknown group.
    """
    plaintext = secret + recovery_hash(recovery_public)
    return hybrid.seal_to(member_public, plaintext, _grant_info(_known(group), epoch_id, member_id))


def open_grant(
    user_secret: UserSecret, blob: bytes, group: str, epoch_id: UUID, member_id: UUID
) -> Grant:
    """Open one's own grant. Every failure is CannotOpen."""
    plaintext = hybrid.open_with(user_secret, blob, _grant_info(group, epoch_id, member_id))
    if len(plaintext) != KEY_LENGTH + hashlib.sha256().digest_size:
        raise CannotOpen
    return Grant(GroupSecret(plaintext[:KEY_LENGTH]), plaintext[KEY_LENGTH:])


def recovery_wrap(recovery_public: bytes, secret: GroupSecret, group: str, epoch_id: UUID) -> bytes:
    """Seal the group's secret to the recovery key.

    Raises BadPublicKey, ValueError for an unknown group.
    """
    return hybrid.seal_to(recovery_public, secret, _recovery_info(_known(group), epoch_id))


def open_recovery_wrap(
    recovery_secret: RecoverySecret, blob: bytes, group: str, epoch_id: UUID
) -> GroupSecret:
    """Open the group's secret with two returned shares. Every failure is CannotOpen."""
    secret = hybrid.open_with(recovery_secret, blob, _recovery_info(group, epoch_id))
    if len(secret) != KEY_LENGTH:
        raise CannotOpen
    return GroupSecret(secret)


def endorsement(secret: GroupSecret, account_id: UUID, public: bytes) -> bytes:
    """State, as a member of the group, that this public key is this colleague's."""
    key = derive_key(secret, "endorsement", "v1")
    return hmac.digest(key, frame(account_id, public), "sha256")


def endorsed(secret: GroupSecret, account_id: UUID, public: bytes, stored: bytes) -> bool:
    """Tell whether a member of the group made this endorsement; grants go to no other key."""
    return hmac.compare_digest(endorsement(secret, account_id, public), stored)


def voucher(secret: GroupSecret, earlier_id: UUID, earlier: GroupSecret) -> bytes:
    """State, as a member of the group's next epoch, what the secret of the one before it is."""
    key = derive_key(secret, "voucher", "v1")
    return hmac.digest(key, frame(earlier_id, earlier), "sha256")


def vouched(secret: GroupSecret, earlier_id: UUID, earlier: GroupSecret, stored: bytes) -> bool:
    """Tell whether a member of the next epoch said that this is the earlier secret."""
    return hmac.compare_digest(voucher(secret, earlier_id, earlier), stored)


def fingerprint(public: bytes) -> str:
    """Give twenty digits in five groups, to be compared by phone (66 bits).

    Enough against somebody who makes key pairs until one looks alike.
    """
    digest = hashlib.sha256(frame("fingerprint", "v1", public)).digest()
    digits = f"{int.from_bytes(digest, 'big') % 10**20:020d}"
    return " ".join(digits[start : start + 4] for start in range(0, 20, 4))


def _known(group: str) -> str:
    if group not in GROUPS:
        raise ValueError("unknown key group")
    return group


def _grant_info(group: str, epoch_id: UUID, member_id: UUID) -> bytes:
    return frame("grant", group, epoch_id, member_id)


def _recovery_info(group: str, epoch_id: UUID) -> bytes:
    return frame("recovery", group, epoch_id)
