"""What the coalition decided on the pages of settings: the newest row of a name counts, and none

is ever changed. Without any, the installation's file holds.
"""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase


class SettingDecision(DataBase):
    """One decision. Names and values are those of domain/setting_list.py, which reads them."""

    __tablename__ = "setting_decision"
    __table_args__ = (UNORDERED,)

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[str] = mapped_column(Text)
    since: Mapped[date]
    by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
