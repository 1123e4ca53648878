"""Trainings in a classroom, who comes, and who would like one; erased once they are over."""

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.course import Chapter
from signalering.models.base import UNORDERED, Code, DataBase, Day, Id, Name, known


class TrainingSession(DataBase):
    """A planned training. `taken` counts its seats, so that the last one is given once."""

    __tablename__ = "training_session"
    __table_args__ = (
        CheckConstraint("taken >= 0 AND taken <= seats", name="seats_enough"),
        UNORDERED,
    )

    id: Mapped[Id]
    day: Mapped[Day] = mapped_column(index=True)
    starts_at: Mapped[str] = mapped_column(String(5))
    place: Mapped[Name]
    trainer: Mapped[Name]
    seats: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)
    # The partner at which it is given; empty for one that is open to all.
    partner_id: Mapped[uuid.UUID | None]


class TrainingSeat(DataBase):
    """Somebody comes."""

    __tablename__ = "training_seat"
    __table_args__ = (UNORDERED,)

    session_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("training_session.id"), primary_key=True
    )
    account_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("account.id"), primary_key=True, index=True
    )


class TrainingRequest(DataBase):
    """Somebody would like a training in a classroom; since when goes by the month."""

    __tablename__ = "training_request"
    __table_args__ = (UNORDERED,)

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    since: Mapped[date | None]


class PassedChapter(DataBase):
    """A chapter that somebody passed; no score, and the month alone.

    Gone once there is a certificate, or when the course was left half done for long.
    """

    __tablename__ = "passed_chapter"
    __table_args__ = (known("chapter", Chapter), UNORDERED)

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    chapter: Mapped[Code] = mapped_column(primary_key=True)
    since: Mapped[date | None]
