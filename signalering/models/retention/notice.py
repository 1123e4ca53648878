"""What is about to be erased: nothing goes without having stood here for its days."""

import uuid
from datetime import date

from sqlalchemy import Uuid
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.retention import Erasable
from signalering.models.base import UNORDERED, Code, DataBase, known


class ErasureNotice(DataBase):
    """Whoever deletes the row erases what it names, in the same transaction."""

    __tablename__ = "erasure_notice"
    __table_args__ = (known("object_kind", Erasable), UNORDERED)

    object_kind: Mapped[Code] = mapped_column(primary_key=True)
    object_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), primary_key=True)
    # The last day on which it is kept.
    due_on: Mapped[date]
    noticed_on: Mapped[date]
