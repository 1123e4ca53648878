"""When a part of the machinery last did its work, and when it last failed."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Moment


class UpkeepMark(DataBase):
    """Of the machinery alone: every job that is due is marked, whether it found work or not.

    Never backed up: what was put back has done nothing yet.
    """

    __tablename__ = "upkeep_mark"
    __table_args__ = (UNORDERED,)

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    failed_at: Mapped[datetime | None] = mapped_column(Moment)
