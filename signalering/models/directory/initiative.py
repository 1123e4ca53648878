"""An initiative that a resident can be referred to."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.vocabularies import vocabulary
from signalering.models.base import UNORDERED, Code, DataBase, Day, Id, Name, known


class Initiative(DataBase):
    """Public facts only. Practical help stands outside the pillars: its pillar is NULL."""

    __tablename__ = "initiative"
    __table_args__ = (
        known("pillar", vocabulary("pillars").codes, optional=True),
        known("kind", vocabulary("kinds").codes),
        known("area", vocabulary("areas").codes),
        UNORDERED,
    )

    id: Mapped[Id]
    name: Mapped[Name] = mapped_column(unique=True)
    pillar: Mapped[Code | None]
    kind: Mapped[Code]
    area: Mapped[Code]
    weekday: Mapped[str | None] = mapped_column(String(2))
    frequency: Mapped[str | None] = mapped_column(String(16))
    capacity: Mapped[int | None]
    contact_address: Mapped[str | None] = mapped_column(String(254))
    note: Mapped[str | None] = mapped_column(Text)
    assured_on: Mapped[Day]
    active: Mapped[bool] = mapped_column(default=True)
