"""A partner organisation in one of the coalition's twelve domains, and whom to turn to there."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.vocabularies import vocabulary
from signalering.models.base import UNORDERED, Code, DataBase, Id, Name, known


class Partner(DataBase):
    """An organisation; its agreement comes before its workers' invitations.

    `contact_address` is a mailbox of the organisation, nobody's own.
    """

    __tablename__ = "partner"
    __table_args__ = (known("domain", vocabulary("partner_domains").codes), UNORDERED)

    id: Mapped[Id]
    name: Mapped[Name] = mapped_column(unique=True)
    domain: Mapped[Code]
    contact_address: Mapped[str | None] = mapped_column(String(254))
    agreement_on: Mapped[date | None]
    agreement_version: Mapped[str | None] = mapped_column(String(16))
    active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")


class PartnerContact(DataBase):
    """Somebody at the organisation; numbers count from 1, without gaps."""

    __tablename__ = "partner_contact"
    __table_args__ = (UNORDERED,)

    partner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Partner.id), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Name]
    function: Mapped[Name]
    email: Mapped[str] = mapped_column(String(254))
    phone: Mapped[str | None] = mapped_column(String(40))
