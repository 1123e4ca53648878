"""Who offers something, and where: what several offers have in common."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Id, Name


class Organisation(DataBase):
    """As the public knows it; HSDS calls it organization. No person stands here."""

    __tablename__ = "organisation"
    __table_args__ = (UNORDERED,)

    id: Mapped[Id]
    # How another directory calls it, when it came from there.
    external_id: Mapped[str | None] = mapped_column(String(100), unique=True)
    name: Mapped[Name] = mapped_column(unique=True)
    description: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(String(40))
    email: Mapped[str | None] = mapped_column(String(254))
    url: Mapped[str | None] = mapped_column(String(254))
    version: Mapped[int] = mapped_column(default=1)


class Place(DataBase):
    """Where people meet; HSDS calls it location. `route` is how to get there."""

    __tablename__ = "place"
    __table_args__ = (UNORDERED,)

    id: Mapped[Id]
    external_id: Mapped[str | None] = mapped_column(String(100), unique=True)
    name: Mapped[Name]
    street: Mapped[str | None] = mapped_column(String(200))
    postal_code: Mapped[str | None] = mapped_column(String(10))
    city: Mapped[str | None] = mapped_column(String(80))
    route: Mapped[str | None] = mapped_column(Text)
    accessibility: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
