"""A type of its own for every kind of secret, so that one can't be handed over for another.

All are 32 bytes: one length everywhere lets a truncated key be noticed. What each is for, who
holds it and how it ends stands in docs/key-inventory.md.
"""

import secrets
from typing import NewType

KEY_LENGTH = 32
"""Length of every secret in bytes."""

Master = NewType("Master", bytes)
"""What Argon2id makes of a passphrase. Lives for one log-in."""
Kek = NewType("Kek", bytes)
"""Key-encryption key of one account and one way of unlocking: wraps the user secret."""
UserSecret = NewType("UserSecret", bytes)
"""Seed of a person's hybrid key pair and of the tag key."""
GroupSecret = NewType("GroupSecret", bytes)
"""Seed of a key group's pair for one epoch, and of its wrapping key."""
RecoverySecret = NewType("RecoverySecret", bytes)
"""Seed of the recovery key pair; exists only as two-of-three shares on paper."""
WrappingKey = NewType("WrappingKey", bytes)
"""Wraps the keys of records for a key group of one epoch."""
RecordKey = NewType("RecordKey", bytes)
"""Seals the words of one record, for one purpose."""
SegmentKey = NewType("SegmentKey", bytes)
"""Seals the entries of one segment of the audit trail."""
SessionSecret = NewType("SessionSecret", bytes)
"""Lives in the cookie alone."""
TagKey = NewType("TagKey", bytes)
"""Makes the tags by which a person finds what is theirs."""
LinkSecret = NewType("LinkSecret", bytes)
"""Travels in the address that a receiver of a referral gets."""
Share = NewType("Share", bytes)
"""The stored half of a package key; the link secret is the other half."""


def random_secret() -> bytes:
    """Give a fresh secret from the operating system's generator."""
    return secrets.token_bytes(KEY_LENGTH)


def new_record_key() -> RecordKey:
    """Give a fresh key for one record and one purpose; it is never used for another."""
    return RecordKey(random_secret())


def new_segment_key() -> SegmentKey:
    """Give a fresh key for one segment of the audit trail."""
    return SegmentKey(random_secret())
