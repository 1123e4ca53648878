"""One-time links by which somebody sets up an account, for the first time or afresh."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Moment


class Invitation(DataBase):
    """Of the link only a hash is kept. Using one deletes all of its account."""

    __tablename__ = "invitation"
    __table_args__ = (UNORDERED,)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(Moment)
