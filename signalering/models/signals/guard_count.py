"""How often the guard on free text found something, and nothing of what it was."""

from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, Code, DataBase, Day


class GuardCount(DataBase):
    """By month, kind, and whether a text was refused or a word was said to be no name."""

    __tablename__ = "guard_count"
    __table_args__ = (UNORDERED,)

    month: Mapped[Day] = mapped_column(primary_key=True)
    kind: Mapped[Code] = mapped_column(primary_key=True)
    answer: Mapped[Code] = mapped_column(primary_key=True)
    times: Mapped[int]
