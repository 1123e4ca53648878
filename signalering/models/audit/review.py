"""Months of the trail that a privacy officer has reviewed, each once, in codes alone."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.audit_reviews import ReviewOutcome
from signalering.models.base import UNORDERED, Code, DataBase, known


class AuditReview(DataBase):
    """Whose name stands under a month; a row is never changed."""

    __tablename__ = "audit_review"
    __table_args__ = (known("outcome", ReviewOutcome), UNORDERED)

    month: Mapped[str] = mapped_column(String(7), primary_key=True)  # "2026-11"
    outcome: Mapped[Code]
    signed_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id"))
    signed_on: Mapped[date]
