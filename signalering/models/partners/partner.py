"""A partner organisation in one of the coalition's twelve domains."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.vocabularies import vocabulary
from signalering.models.base import UNORDERED, Code, DataBase, Id, Name, known


class Partner(DataBase):
    """An organisation; its agreement comes before its workers' invitations."""

    __tablename__ = "partner"
    __table_args__ = (known("domain", vocabulary("partner_domains").codes), UNORDERED)

    id: Mapped[Id]
    name: Mapped[Name] = mapped_column(unique=True)
    domain: Mapped[Code]
    contact_address: Mapped[str | None] = mapped_column(String(254))
    agreement_on: Mapped[date | None]
    agreement_version: Mapped[str | None] = mapped_column(String(16))
    active: Mapped[bool] = mapped_column(default=True)
