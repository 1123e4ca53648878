"""Sessions: a hash to find the row, blobs that only the cookie opens."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Moment, Sealed


class LogInSession(DataBase):
    """Never backed up. The expiry is rounded up to 15 minutes.

    Account and times outlive the keys: a locked or expired row still says whose words to seal,
    and opens nothing.
    """

    __tablename__ = "log_in_session"
    __table_args__ = (UNORDERED,)

    find_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(Moment, index=True)
    sealed: Mapped[Sealed]
    # The user secret under the cookie; NULL while locked, and before and without unlocking.
    keys_sealed: Mapped[bytes | None]
    # The same under cookie and PIN together; what a locked session opens again with.
    pin_sealed: Mapped[bytes | None]
    pin_tries: Mapped[int] = mapped_column(default=0)
    # By these two a person finds their own sessions, and nobody else's.
    own_tag: Mapped[bytes | None] = mapped_column(LargeBinary(16), unique=True)
    about_sealed: Mapped[bytes | None]
