"""A file that somebody looks through before it is brought in."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.models.base import UNORDERED, DataBase, Moment


class DirectoryImport(DataBase):
    """What was read of it, one an account, packed; gone when it is used or after some hours."""

    __tablename__ = "directory_import"
    __table_args__ = (UNORDERED,)

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime] = mapped_column(Moment)
