"""How often something was tried; nobody is named."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Moment


class Throttle(DataBase):
    """Never backed up. The key is a keyed hash of what is tried, never an address."""

    __tablename__ = "throttle"
    __table_args__ = (UNORDERED,)

    key_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    tries: Mapped[int]
    # Nothing is taken before this moment; later, the row is swept.
    wait_until: Mapped[datetime] = mapped_column(Moment)
    forget_after: Mapped[datetime] = mapped_column(Moment, index=True)
