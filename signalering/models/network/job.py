"""Daily jobs that were done: whoever writes the row first does the job, on whichever node."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.lifecycles import DailyJob
from signalering.models.base import UNORDERED, Code, DataBase, known


class JobRun(DataBase):
    """Written in the job's own transaction: a job that failed is tried again."""

    __tablename__ = "job_run"
    __table_args__ = (known("name", DailyJob), UNORDERED)

    name: Mapped[Code] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
