"""When an offer is there, and in which languages."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.schedules import FREQS
from signalering.domain.vocabularies import vocabulary
from signalering.models.base import UNORDERED, Code, DataBase, Id, known


class OfferSchedule(DataBase):
    """One rule after RFC 5545; `number` is its place among those of the offer.

    `initiative.weekday` and `.frequency` say the same in short: services/directory/schedules.py
    alone writes either.
    """

    __tablename__ = "offer_schedule"
    __table_args__ = (
        known("freq", FREQS, optional=True),
        UniqueConstraint("initiative_id", "number"),
        UNORDERED,
    )

    id: Mapped[Id]
    initiative_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("initiative.id"))
    number: Mapped[int]
    freq: Mapped[Code | None]
    interval: Mapped[int]
    byday: Mapped[str] = mapped_column(String(80))
    opens_at: Mapped[str] = mapped_column(String(5))
    closes_at: Mapped[str] = mapped_column(String(5))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(250))


class OfferLanguage(DataBase):
    """A language that is spoken there, by its ISO 639 code."""

    __tablename__ = "offer_language"
    __table_args__ = (known("language", vocabulary("languages").codes), UNORDERED)

    initiative_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("initiative.id"), primary_key=True)
    language: Mapped[Code] = mapped_column(primary_key=True)
