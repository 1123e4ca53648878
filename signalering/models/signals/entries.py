"""Words about a signal, each entry sealed; what kind of entry it is stands inside."""

import uuid

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Sealed


class ThreadEntry(DataBase):
    """Note, message or status: for the reporter and the coordinators (thread key)."""

    __tablename__ = "thread_entry"
    __table_args__ = (UNORDERED,)

    signal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("signal.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[Sealed]


class TriageEntry(DataBase):
    """Reporter, link to the case, remark, true ending: for coordinators alone (triage key)."""

    __tablename__ = "triage_entry"
    __table_args__ = (UNORDERED,)

    signal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("signal.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[Sealed]
