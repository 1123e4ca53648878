"""The accountability pack as it was signed: what drift is shown against. Nobody's words."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.pack_lines import PackPart
from signalering.models.base import UNORDERED, Code, DataBase, known


class PackSignature(DataBase):
    """A name under the whole pack; a row is never changed. The newest number counts.

    It knows which parts it is under, in their order with a space between, and the digest of all:
    a part that is taken away is missed.
    """

    __tablename__ = "pack_signature"
    __table_args__ = (UNORDERED,)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    signed_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    signed_on: Mapped[date]
    parts: Mapped[str] = mapped_column(String(254))
    check_number: Mapped[bytes] = mapped_column(LargeBinary(32))


class SignedPart(DataBase):
    """One part of it, as it stood that day."""

    __tablename__ = "pack_part"
    __table_args__ = (known("part", PackPart), UNORDERED)

    number: Mapped[int] = mapped_column(
        ForeignKey("pack_signature.number"), primary_key=True, autoincrement=False
    )
    part: Mapped[Code] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))
