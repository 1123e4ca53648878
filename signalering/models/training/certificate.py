"""Certificates: to the month, for a day would tell when somebody did something."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.lifecycles import TrainingWay
from signalering.models.base import UNORDERED, Code, DataBase, Id, Name, known


class Certificate(DataBase):
    """The training that lets a worker log signals."""

    __tablename__ = "certificate"
    __table_args__ = (known("way", TrainingWay), UNORDERED)

    id: Mapped[Id]
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    way: Mapped[Code]
    trainer: Mapped[Name]
    trained_in: Mapped[date]  # first day of the month
    valid_until: Mapped[date]  # last day of a month
    # Where a group was trained; empty for an open training, and for the course on the screen.
    partner_id: Mapped[uuid.UUID | None]
    # How many of the moments before and after its end were told (services/training/remind.py).
    reminders: Mapped[int] = mapped_column(default=0, server_default=text("0"))
