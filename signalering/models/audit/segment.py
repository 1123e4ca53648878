"""Segments of the audit chain: sealed entries, chained over the ciphertext."""

import uuid

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Id, Sealed


class AuditSegment(DataBase):
    """Written by one thread, for an hour at most; its key is wrapped under its own id.

    `heads` are the ends that its writer knew of the other segments."""

    __tablename__ = "audit_segment"
    __table_args__ = (UNORDERED,)

    id: Mapped[Id]
    opened_in: Mapped[str] = mapped_column(String(7), index=True)  # month, "2026-11"
    heads: Mapped[str] = mapped_column(Text)


class AuditEntry(DataBase):
    """One entry; all say the same in clear: segment, number, previous hash."""

    __tablename__ = "audit_entry"
    __table_args__ = (UNORDERED,)

    segment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("audit_segment.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    previous_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    entry_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    sealed: Mapped[Sealed]
