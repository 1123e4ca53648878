"""What somebody was typing, kept for them alone."""

from datetime import date

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Sealed


class Draft(DataBase):
    """Found by a tag under the writer's own key, opened by it, gone after a week."""

    __tablename__ = "draft"
    __table_args__ = (UNORDERED,)

    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    erase_after: Mapped[date] = mapped_column(index=True)
    sealed: Mapped[Sealed]
