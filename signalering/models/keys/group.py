"""Key groups: epochs of a group secret, grants to members, the recovery key."""

import uuid

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint, Uuid, false
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.lifecycles import EpochState, KeyGroup
from signalering.models.base import UNORDERED, Code, Day, Id, KeystoreBase, Sealed, known


class RecoveryKey(KeystoreBase):
    """The public half; the secret exists only as two-of-three shares on paper."""

    __tablename__ = "recovery_key"
    __table_args__ = (UNORDERED,)

    id: Mapped[Id]
    public_key: Mapped[bytes]
    current: Mapped[bool]


class GroupEpoch(KeystoreBase):
    """One group secret; wraps are accepted only under an open epoch."""

    __tablename__ = "group_epoch"
    __table_args__ = (
        known("group_code", KeyGroup),
        known("state", EpochState),
        UniqueConstraint("group_code", "number"),
        UNORDERED,
    )

    id: Mapped[Id]
    group: Mapped[Code] = mapped_column("group_code")
    number: Mapped[int]
    state: Mapped[Code]
    public_key: Mapped[bytes]
    recovery_key_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("recovery_key.id"))
    # Empty once the epoch is closed: nothing is wrapped under it any more.
    recovery_wrap: Mapped[Sealed]
    # Somebody who could open it went: the next holder who logs in is asked to rotate.
    rotation_due: Mapped[bool] = mapped_column(default=False, server_default=false())


class Grant(KeystoreBase):
    """The group secret for one member; carries the hash of the recovery key inside."""

    __tablename__ = "key_grant"
    __table_args__ = (UNORDERED,)

    epoch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("group_epoch.id"), primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    wrapped: Mapped[Sealed]
    # HMAC under the group secret over account and public key: rotation grants only to these. While
    # the epoch is emptied: under the next secret over this one, or a forged one would judge wraps.
    endorsement: Mapped[bytes] = mapped_column(LargeBinary(32))


class Wrap(KeystoreBase):
    """A record's key for one kind of holder, found by key id alone."""

    __tablename__ = "wrap"
    __table_args__ = (
        known("holder", ("casework", "audit", "reporter")),
        known("form", ("hpke", "aes")),
        UNORDERED,
    )

    key_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    holder: Mapped[Code] = mapped_column(primary_key=True)
    form: Mapped[Code]
    # NULL for a reporter's own wrap, which no rotation of a group touches.
    epoch_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("group_epoch.id"), index=True)
    wrapped: Mapped[Sealed]


class PackageShare(KeystoreBase):
    """Half of a referral package's key; goes when the contact key goes."""

    __tablename__ = "package_share"
    __table_args__ = (UNORDERED,)

    package_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    contact_key_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), index=True)
    share: Mapped[bytes] = mapped_column(LargeBinary(32))


class StaleKey(KeystoreBase):
    """A record's key that somebody may know: its words are to be sealed again under a new one."""

    __tablename__ = "stale_key"
    __table_args__ = (UNORDERED,)

    key_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    # Chosen before anything is sealed under it, so that a step that broke off goes on with it.
    new_key_id: Mapped[uuid.UUID | None] = mapped_column(Uuid(as_uuid=True), index=True)


class OrphanKey(KeystoreBase):
    """A key that no words were found for; swept when that is so for a week."""

    __tablename__ = "orphan_key"
    __table_args__ = (UNORDERED,)

    key_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    seen_on: Mapped[Day]
