"""Partners' programs that may come in, and the tokens that they hold."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Day, Id, Moment, Name


class ApiClient(DataBase):
    """Of a secret only a keyed hash is kept, and on which day it served last; never backed up.

    It works up to and with `until_on`, unless it was revoked. `name` is the program's; `scopes`
    are in their order, with blanks between.
    """

    __tablename__ = "api_client"
    __table_args__ = (CheckConstraint("made_on <= until_on", name="days_in_order"), UNORDERED)

    id: Mapped[Id]
    partner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("partner.id"), index=True)
    name: Mapped[Name]
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    scopes: Mapped[str] = mapped_column(String(128))
    made_on: Mapped[Day]
    until_on: Mapped[Day]
    used_on: Mapped[date | None]
    revoked_on: Mapped[date | None]


class ApiToken(DataBase):
    """Lives for minutes. Of the token only a keyed hash is kept; never backed up."""

    __tablename__ = "api_token"
    __table_args__ = (UNORDERED,)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    client_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("api_client.id"), index=True)
    scopes: Mapped[str] = mapped_column(String(128))
    until: Mapped[datetime] = mapped_column(Moment, index=True)
