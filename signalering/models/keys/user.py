"""A person's proof and key pair. Changing either touches the keystore alone."""

import uuid

from sqlalchemy import LargeBinary, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.lifecycles import UnlockWay
from signalering.models.base import UNORDERED, Code, Id, KeystoreBase, Sealed, known


class Credential(KeystoreBase):
    """Salt and cost of the one Argon2id run, and the hash of the verifier it yields."""

    __tablename__ = "credential"
    __table_args__ = (UNORDERED,)

    account_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    salt: Mapped[bytes] = mapped_column(LargeBinary(16))
    memory_kib: Mapped[int]
    iterations: Mapped[int]
    verifier_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    totp_sealed: Mapped[bytes | None]


class UserKey(KeystoreBase):
    """The public key in clear; compared at unlock with the one the secret yields."""

    __tablename__ = "user_key"
    __table_args__ = (UNORDERED,)

    account_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    public_key: Mapped[bytes]


class NewKeyPair(KeystoreBase):
    """Somebody got another key pair; goes when the data knows of it too."""

    __tablename__ = "new_key_pair"
    __table_args__ = (UNORDERED,)

    account_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    # The account's in the data, once what belongs to the new pair is committed there.
    session_epoch: Mapped[int]


class UserWrap(KeystoreBase):
    """The user secret, wrapped once for each way to unlock."""

    __tablename__ = "user_wrap"
    __table_args__ = (known("way", UnlockWay), UNORDERED)

    id: Mapped[Id]
    account_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), index=True)
    way: Mapped[Code]
    wrapped: Mapped[Sealed]
