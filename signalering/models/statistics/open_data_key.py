"""Keys with which the municipality's own tools fetch released figures."""

from datetime import date

from sqlalchemy import CheckConstraint, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Day, Id, Name


class OpenDataKey(DataBase):
    """Of a key only a hash is kept, and on which day it was used last; never backed up.

    It works up to and with `until_on`, unless it was withdrawn. `name` is the tool's.
    """

    __tablename__ = "open_data_key"
    __table_args__ = (CheckConstraint("made_on <= until_on", name="days_in_order"), UNORDERED)

    id: Mapped[Id]
    name: Mapped[Name]
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    made_on: Mapped[Day]
    until_on: Mapped[Day]
    used_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
