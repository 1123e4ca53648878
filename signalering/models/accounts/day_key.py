"""A key that lives for a day: what was reckoned with it means nothing afterwards."""

from sqlalchemy import Date, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Day


class DayKey(DataBase):
    """Never backed up, thrown away on the next day: addresses of strangers are hashed with it."""

    __tablename__ = "day_key"
    __table_args__ = (UNORDERED,)

    day: Mapped[Day] = mapped_column(Date, primary_key=True)
    secret: Mapped[bytes] = mapped_column(LargeBinary(32))
