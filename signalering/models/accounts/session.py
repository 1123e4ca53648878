"""Sessions: a hash to find the row, one blob that only the cookie opens."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Moment, Sealed


class LogInSession(DataBase):
    """Never backed up. The expiry is rounded up to 15 minutes."""

    __tablename__ = "log_in_session"
    __table_args__ = (UNORDERED,)

    find_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(Moment, index=True)
    sealed: Mapped[Sealed]
