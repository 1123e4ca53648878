"""What was erased: for the vernietigingsverklaring, in counts alone."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.retention import Erasable, RunWay
from signalering.models.base import UNORDERED, Code, DataBase, Id, known


class ErasureRun(DataBase):
    """One run, through as many transactions as it needs; one that broke off is gone on with."""

    __tablename__ = "erasure_run"
    __table_args__ = (known("way", RunWay), UNORDERED)

    id: Mapped[Id]
    way: Mapped[Code]
    began_on: Mapped[date]
    # When nothing was left in free pages either.
    ended_on: Mapped[date | None]
    # What was kept for how long, as JSON.
    policy: Mapped[str] = mapped_column(Text)
    signed_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"))
    signed_on: Mapped[date | None]


class ErasureCount(DataBase):
    """How many of a kind, whose term ended in a month."""

    __tablename__ = "erasure_count"
    __table_args__ = (known("object_kind", Erasable), UNORDERED)

    run_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("erasure_run.id"), primary_key=True)
    object_kind: Mapped[Code] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    objects: Mapped[int]
    keys_erased: Mapped[int]
    rows_erased: Mapped[int]
