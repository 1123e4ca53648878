"""An initiative that a resident can be referred to."""

import uuid

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.vocabularies import vocabulary
from signalering.models.base import UNORDERED, Code, DataBase, Day, Id, Name, known, where
from signalering.models.directory.organisation import Organisation, Place


class Initiative(DataBase):
    """Public facts, but for `contact_address`: where referrals go is nobody else's affair.

    Practical help stands outside the pillars: its pillar is NULL. HSDS calls it service.
    """

    __tablename__ = "initiative"
    __table_args__ = (
        known("pillar", vocabulary("pillars").codes, optional=True),
        known("kind", vocabulary("kinds").codes),
        known("area", vocabulary("areas").codes),
        UniqueConstraint("organisation_id", "name"),
        # Two without an organisation are not told apart by the rule above: NULL is no value.
        Index(
            "ix_initiative_name_alone",
            "name",
            unique=True,
            **where("organisation_id IS NULL"),
        ),
        UNORDERED,
    )

    id: Mapped[Id]
    # How another directory calls it, when it came from there.
    external_id: Mapped[str | None] = mapped_column(String(100), unique=True)
    name: Mapped[Name]
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Organisation.id))
    place_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey(Place.id))
    pillar: Mapped[Code | None]
    kind: Mapped[Code]
    area: Mapped[Code]
    # In short what the rules of offer_schedule say; written with them alone.
    weekday: Mapped[str | None] = mapped_column(String(2))
    frequency: Mapped[str | None] = mapped_column(String(16))
    capacity: Mapped[int | None]
    contact_address: Mapped[str | None] = mapped_column(String(254))
    note: Mapped[str | None] = mapped_column(Text)
    minimum_age: Mapped[int | None]
    maximum_age: Mapped[int | None]
    eligibility: Mapped[str | None] = mapped_column(Text)
    # In words, and in cents where it is one amount; nought is free.
    cost: Mapped[str | None] = mapped_column(String(250))
    cost_cents: Mapped[int | None]
    sign_up: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(String(40))
    public_address: Mapped[str | None] = mapped_column(String(254))
    url: Mapped[str | None] = mapped_column(String(254))
    assured_on: Mapped[Day]
    active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
