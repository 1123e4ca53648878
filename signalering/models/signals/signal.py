"""A signal: codes and one day in clear, all else behind its two keys."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from signalering.domain.lifecycles import SignalDeadline
from signalering.domain.states import SignalState
from signalering.domain.vocabularies import vocabulary
from signalering.models.base import UNORDERED, Code, DataBase, Day, Id, Ref, known

COUNTED = ("registered_on", "state", "area", "age_band", "reporter_group", "main_wish")


def _of(name: str) -> tuple[str, ...]:
    return tuple(vocabulary(name).codes)


class Signal(DataBase):
    """What a worker noticed, in codes; names nobody.

    No column tells who reported it (the tag means nothing to anybody else), when it was closed,
    or which case came of it.
    """

    __tablename__ = "signal"
    __table_args__ = (
        known("state", SignalState),
        known("area", vocabulary("areas").codes),
        known("age_band", _of("age_bands")),
        known("reporter_group", _of("statistics_groups")),
        known("lives_with", _of("lives_with")),
        known("duration", _of("duration")),
        known("loneliness", _of("kinds_of_loneliness")),
        known("main_wish", _of("wishes")),
        known("talked_about", _of("talked_about"), optional=True),
        known("request", _of("requests")),
        known("contact_answer", _of("contact_answers")),
        known("deadline_kind", SignalDeadline, optional=True),
        # All that a release counts: it reads this, and no row.
        Index("ix_signal_registered_on", *COUNTED),
        Index("ix_signal_inbox", "state", "deadline_on", "id"),
        Index("ix_signal_owner", "owner_id", "state", "deadline_on", "id"),
        UNORDERED,
    )

    id: Mapped[Id]
    reference: Mapped[str] = mapped_column(String(9), unique=True)
    state: Mapped[Code]
    registered_on: Mapped[Day]
    area: Mapped[Code]
    age_band: Mapped[Code]
    reporter_group: Mapped[Code]
    lives_with: Mapped[Code]
    duration: Mapped[Code]
    loneliness: Mapped[Code]
    main_wish: Mapped[Code]
    talked_about: Mapped[Code | None]
    request: Mapped[Code]
    contact_answer: Mapped[Code]

    reporter_tag: Mapped[bytes] = mapped_column(LargeBinary(16), unique=True)
    owner_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    deadline_on: Mapped[date | None]
    deadline_kind: Mapped[Code | None]
    thread_key_id: Mapped[Ref]
    triage_key_id: Mapped[Ref]
    # While its case lives, the case's keeper renews this hold; the last day of a quarter.
    hold_until: Mapped[date | None]

    indicators: Mapped[list["SignalIndicator"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="SignalIndicator.code"
    )
    further_wishes: Mapped[list["SignalWish"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="SignalWish.code"
    )


class SignalIndicator(DataBase):
    """One thing that was noticed."""

    __tablename__ = "signal_indicator"
    __table_args__ = (known("code", vocabulary("indicators").codes), UNORDERED)

    signal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("signal.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(primary_key=True)


class SignalWish(DataBase):
    """A wish beside the main one."""

    __tablename__ = "signal_wish"
    __table_args__ = (known("code", _of("wishes")), UNORDERED)

    signal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("signal.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(primary_key=True)
