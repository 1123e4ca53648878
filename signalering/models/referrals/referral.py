"""A referral: its state and steps are codes, what the receiver may read is a sealed package."""

import uuid
from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from signalering.domain.states import Attendance, DeclineReason, ReferralState, StopReason
from signalering.models.base import UNORDERED, Code, DataBase, Id, known


class Referral(DataBase):
    """The package opens with the link's secret and a share in the keystore (`package_id`)."""

    __tablename__ = "referral"
    __table_args__ = (
        known("state", ReferralState),
        known("attendance", Attendance, optional=True),
        known("decline_reason", DeclineReason, optional=True),
        known("stop_reason", StopReason, optional=True),
        CheckConstraint(
            "(state = 'declined') = (decline_reason IS NOT NULL)", name="declined_has_reason"
        ),
        CheckConstraint(
            "(state IN ('stopped', 'not_started')) = (stop_reason IS NOT NULL)",
            name="stopped_has_reason",
        ),
        CheckConstraint("(package IS NULL) = (package_id IS NULL)", name="package_has_share"),
        Index("ix_referral_due", "state", "deadline_on", "id"),
        UNORDERED,
    )

    id: Mapped[Id]
    case_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_record.id"), index=True)
    initiative_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("initiative.id"), index=True)
    state: Mapped[Code]
    deadline_on: Mapped[date | None]
    attendance: Mapped[Code | None]
    decline_reason: Mapped[Code | None]
    stop_reason: Mapped[Code | None]
    link_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), unique=True)
    link_until: Mapped[date | None]
    package_id: Mapped[uuid.UUID | None]
    package: Mapped[bytes | None]
    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Two who change the same row: the second is told, and loses nothing."""
        return {"version_id_col": cls.version}
