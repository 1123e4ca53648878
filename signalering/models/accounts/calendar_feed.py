"""Addresses at which a calendar finds the days of one's own work, without content."""

import uuid

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase


class CalendarAddress(DataBase):
    """One an account at most. Of the address only a hash is kept; never backed up."""

    __tablename__ = "calendar_address"
    __table_args__ = (UNORDERED,)

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
