"""The bridge to the resident: contact details under a key of their own, and paper cards."""

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.lifecycles import CardState, ResidentNews
from signalering.models.base import UNORDERED, Code, DataBase, Id, Ref, Sealed, known, where


class ContactDetails(DataBase):
    """An envelope at a signal, later the contact details of a case.

    When it moves, the link to the signal and both days go: else a day would tie the two. One that
    says that a yes was taken back has no kinds of details, and stays for its card.
    """

    __tablename__ = "contact_details"
    __table_args__ = (
        CheckConstraint("(signal_id IS NULL) <> (case_id IS NULL)", name="one_place"),
        CheckConstraint(
            "signal_id IS NOT NULL OR (left_on IS NULL AND lapses_on IS NULL)",
            name="no_days_in_case",
        ),
        known("news", ResidentNews, optional=True),
        # Asked for with every page of a coordinator: few have any, until it is taken in.
        Index("ix_contact_details_news", "case_id", **where("news IS NOT NULL")),
        UNORDERED,
    )

    id: Mapped[Id]
    signal_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("signal.id"), unique=True)
    case_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("case_record.id"), unique=True)
    key_id: Mapped[Ref]
    left_on: Mapped[date | None]
    lapses_on: Mapped[date | None]
    has_phone: Mapped[bool]
    has_email: Mapped[bool]
    has_address: Mapped[bool]
    # What the resident did with the card, until the coordinator has taken it in.
    news: Mapped[Code | None]
    sealed: Mapped[Sealed]


class ContactCard(DataBase):
    """A paper card; of its code only a keyed hash is kept."""

    __tablename__ = "contact_card"
    __table_args__ = (
        known("state", CardState),
        CheckConstraint(
            "contact_id IS NULL OR signal_id IS NULL", name="no_bridge_from_signal_to_case"
        ),
        UNORDERED,
    )

    code_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    state: Mapped[Code]
    signal_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("signal.id"), index=True)
    contact_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("contact_details.id"), index=True
    )
    valid_until: Mapped[date | None]
    # Of a card that nobody handed over yet: the month, for it isn't kept for ever.
    made_in: Mapped[date | None]
