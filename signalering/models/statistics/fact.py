"""What is counted: facts that wait sealed, and facts that name no record."""

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.vocabularies import vocabulary
from signalering.models.base import UNORDERED, Code, DataBase, Id, Ref, Sealed, known


class PendingFact(DataBase):
    """Waits under the key of the record it came from; names no record itself."""

    __tablename__ = "pending_fact"
    __table_args__ = (UNORDERED,)

    id: Mapped[Id]
    key_id: Mapped[Ref]
    sealed: Mapped[Sealed]


class StatFact(DataBase):
    """Nothing finer than the quarter; moved in random order under random keys."""

    __tablename__ = "stat_fact"
    __table_args__ = (
        known("event", vocabulary("statistics_events").codes),
        known("area", vocabulary("areas").codes),
        known("age_band", vocabulary("age_bands").codes),
        known("reporter_group", vocabulary("statistics_groups").codes),
        known("pillar", vocabulary("pillars").codes, optional=True),
        Index("ix_stat_fact_period", "period", "event"),
        UNORDERED,
    )

    id: Mapped[Id]
    event: Mapped[Code]
    period: Mapped[str] = mapped_column(String(6))  # "2026Q4"
    registered_in: Mapped[str] = mapped_column(String(6))
    area: Mapped[Code]
    age_band: Mapped[Code]
    reporter_group: Mapped[Code]
    pillar: Mapped[Code | None]
    outcome: Mapped[Code | None]
    change: Mapped[Code | None]
    # How long it took, in its event's classes.
    days: Mapped[Code | None]


class FactMove(DataBase):
    """In which months waiting facts were moved: one row a month, no day."""

    __tablename__ = "fact_move"

    month: Mapped[str] = mapped_column(String(7), primary_key=True)  # "2026-11"
