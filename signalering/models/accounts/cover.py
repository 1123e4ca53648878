"""Who stands in for an absent colleague, and on which days."""

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Id


class Cover(DataBase):
    """From the first to the last day, both included; no word about why. Its row goes after it."""

    __tablename__ = "cover"
    __table_args__ = (
        CheckConstraint("from_on <= until_on", name="days_in_order"),
        CheckConstraint("account_id <> by_id", name="by_another"),
        UNORDERED,
    )

    id: Mapped[Id]
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    from_on: Mapped[date]
    until_on: Mapped[date]
    version: Mapped[int] = mapped_column(default=1)
