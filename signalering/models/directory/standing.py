"""What is known of an offer beside its public facts: room, questions, answers that wait."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.offers import FREQUENCIES, WEEKDAYS, OfferRoom
from signalering.models.base import UNORDERED, Code, DataBase, Day, Id, known


class OfferStanding(DataBase):
    """Of one initiative; without a row nobody ever said or asked anything."""

    __tablename__ = "offer_standing"
    __table_args__ = (known("room", OfferRoom), UNORDERED)

    initiative_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    room: Mapped[Code]
    room_said_on: Mapped[date | None]
    room_until: Mapped[date | None]
    # Since the last answer: when last, and how many times.
    asked_on: Mapped[date | None]
    asks: Mapped[int]
    answered_on: Mapped[date | None]
    # The day on which its maintainer said that it has stopped.
    stopped_on: Mapped[date | None]


class OfferLink(DataBase):
    """A one-time link by which an initiative answers; of it only a hash is kept, and one lives."""

    __tablename__ = "offer_link"
    __table_args__ = (UNORDERED,)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    initiative_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("initiative.id"), unique=True)
    until: Mapped[Day]


class OfferCorrection(DataBase):
    """How an initiative would like to stand in the directory, until an administrator decides."""

    __tablename__ = "offer_correction"
    __table_args__ = (
        known("weekday", WEEKDAYS, optional=True),
        known("frequency", FREQUENCIES, optional=True),
        UNORDERED,
    )

    id: Mapped[Id]
    initiative_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("initiative.id"), unique=True)
    weekday: Mapped[Code | None]
    frequency: Mapped[Code | None]
    contact_address: Mapped[str | None] = mapped_column(String(254))
    note: Mapped[str | None] = mapped_column(Text)
    said_on: Mapped[Day]
