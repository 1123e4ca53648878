"""What is kept past its term, why and until when; who did it stands in the audit trail."""

import uuid
from datetime import date

from sqlalchemy import Uuid
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.retention import Erasable, HoldReason
from signalering.models.base import UNORDERED, Code, DataBase, Id, known


class ErasureHold(DataBase):
    """Of a signal or a case, one each; it ends by itself after a month's last day."""

    __tablename__ = "erasure_hold"
    __table_args__ = (
        known("object_kind", (Erasable.CASE, Erasable.SIGNAL)),
        known("reason", HoldReason),
        UNORDERED,
    )

    id: Mapped[Id]
    object_kind: Mapped[Code]
    object_id: Mapped[uuid.UUID] = mapped_column(Uuid(as_uuid=True), unique=True)
    reason: Mapped[Code]
    until: Mapped[date]
