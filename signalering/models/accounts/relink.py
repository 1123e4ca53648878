"""Reporters with a new key pair, whose older signals wait to be theirs again."""

import uuid

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase


class Relink(DataBase):
    """Says that an account waits, and nothing of its signals: which they are is sealed to it."""

    __tablename__ = "relink"
    __table_args__ = (UNORDERED,)

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    # NULL until a coordinator looked them up; the row goes when the reporter took them over.
    sealed: Mapped[bytes | None]
