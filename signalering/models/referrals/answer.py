"""What became of a referral without its coordinator, until that is taken into the case."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.vocabularies import vocabulary
from signalering.models.base import UNORDERED, Code, DataBase, known

REASONS = frozenset(vocabulary("decline_reasons").codes) | frozenset(
    vocabulary("stop_reasons").codes
)


class ReferralAnswer(DataBase):
    """One answer, in codes: a receiver can't write into the sealed case.

    Gone once the case's keeper has taken it in.
    """

    __tablename__ = "referral_answer"
    __table_args__ = (
        known("said", ReceiverSaid),
        known("reason", REASONS, optional=True),
        UNORDERED,
    )

    referral_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("referral.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    said: Mapped[Code]
    reason: Mapped[Code | None]
    said_on: Mapped[date]
