"""How the organisation's own log-in service knows somebody."""

import uuid

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase


class ExternalIdentity(DataBase):
    """Authenticates and unlocks nothing."""

    __tablename__ = "external_identity"
    __table_args__ = (UNORDERED,)

    issuer: Mapped[str] = mapped_column(String(255), primary_key=True)
    subject: Mapped[str] = mapped_column(String(255), primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), unique=True)
