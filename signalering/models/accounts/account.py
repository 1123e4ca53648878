"""Accounts and the hats they may wear. What proves an account stands in the keystore."""

import uuid

from sqlalchemy import ForeignKey, String, false, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from signalering.domain.lifecycles import AccountState
from signalering.domain.states import Hat
from signalering.models.base import UNORDERED, Code, DataBase, Id, Name, known


class Account(DataBase):
    """A member of staff of a partner organisation. Deactivated, never deleted."""

    __tablename__ = "account"
    __table_args__ = (
        known("state", AccountState),
        known("language", ("nl", "en")),
        UNORDERED,
    )

    id: Mapped[Id]
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[Name]
    partner_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("partner.id"))
    language: Mapped[Code] = mapped_column(default="nl")
    state: Mapped[Code] = mapped_column(default=AccountState.ACTIVE)
    # Raised by deactivation, a changed role or passphrase: every session made before ends.
    session_epoch: Mapped[int] = mapped_column(default=0)
    # Whether the counts of the day come by mail, and whether single keys do something.
    digest: Mapped[bool] = mapped_column(default=False, server_default=false())
    shortcuts: Mapped[bool] = mapped_column(default=True, server_default=true())

    hats: Mapped[list["AccountHat"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="AccountHat.hat"
    )


class AccountHat(DataBase):
    """One hat that an account may wear."""

    __tablename__ = "account_hat"
    __table_args__ = (known("hat", Hat), UNORDERED)

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    hat: Mapped[Code] = mapped_column(primary_key=True)
    # Whether the guide of this role was put away: until then it stands on the start page.
    guide_away: Mapped[bool] = mapped_column(default=False, server_default=false())
