"""The foreword of a report for the alderman: a coordinator's words, meant to be published."""

import uuid

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase


class ReportForeword(DataBase):
    """Of a half or a year, released as such or in quarters. The guard has read its text."""

    __tablename__ = "report_foreword"
    __table_args__ = (UNORDERED,)

    period: Mapped[str] = mapped_column(String(6), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    written_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), index=True)
    version: Mapped[int]
