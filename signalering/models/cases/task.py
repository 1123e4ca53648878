"""What is planned in a case: that there is something, and on which day. The rest is sealed."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.lifecycles import TaskKind
from signalering.models.base import UNORDERED, Code, DataBase, known


class CaseTask(DataBase):
    """One that is open. `number` is that of the timeline's entry with its words; done, it goes."""

    __tablename__ = "case_task"
    __table_args__ = (
        known("kind", TaskKind),
        Index("ix_case_task_due", "due_on", "case_id", "number"),
        UNORDERED,
    )

    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_record.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[Code]
    due_on: Mapped[date]
