"""How long things are kept, as decided: the newest row of a kind counts, none is ever changed."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.retention import KeepFor, Kept
from signalering.models.base import UNORDERED, Code, DataBase, known


class RetentionPolicy(DataBase):
    """One decision. Without any, the first values hold (domain/retention.py)."""

    __tablename__ = "retention_policy"
    __table_args__ = (known("kept", Kept), known("keep_for", KeepFor), UNORDERED)

    kept: Mapped[Code] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    keep_for: Mapped[Code]
    since: Mapped[date]
    reason: Mapped[str] = mapped_column(Text)
    # Of a term that got longer alone.
    why_longer: Mapped[str | None] = mapped_column(Text)
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    # Closed cases have the day that goes with it: which kind each is only its keeper can read.
    applied: Mapped[bool]
