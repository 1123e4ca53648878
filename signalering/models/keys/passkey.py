"""Authenticators that somebody logs in with."""

import uuid

from sqlalchemy import LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, Id, KeystoreBase


class Passkey(KeystoreBase):
    """Its wrap of the user secret, where the authenticator has PRF, is the user_wrap of its id."""

    __tablename__ = "passkey"
    __table_args__ = (UNORDERED,)

    id: Mapped[Id]
    account_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes]
    sign_count: Mapped[int]
    name: Mapped[str] = mapped_column(String(60))
