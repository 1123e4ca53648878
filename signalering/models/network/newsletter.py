"""Issues of the newsletter: public from the day on which they were sent."""

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.languages import LANGUAGES
from signalering.domain.lifecycles import NewsletterState, SubscriberState
from signalering.models.base import UNORDERED, Code, DataBase, Id, known, where


class Newsletter(DataBase):
    """One is being written at a time. `content` is what will be, or was, read: both languages."""

    __tablename__ = "newsletter"
    __table_args__ = (
        known("state", NewsletterState),
        CheckConstraint("(state = 'draft') = (sent_on IS NULL)", name="sent_has_day"),
        Index(
            "ix_newsletter_one_draft",
            "state",
            unique=True,
            **where("state = 'draft'"),
        ),
        UNORDERED,
    )

    id: Mapped[Id]
    state: Mapped[Code] = mapped_column(default=NewsletterState.DRAFT)
    first_on: Mapped[date]
    last_on: Mapped[date]
    content: Mapped[str] = mapped_column(Text)
    sent_on: Mapped[date | None] = mapped_column(index=True)
    # For how many subscribers a mail was made.
    queued: Mapped[int] = mapped_column(default=0)
    version: Mapped[int]


class Subscriber(DataBase):
    """Somebody who asked for the newsletter. Nothing here is an address but to the server itself.

    `since` is the day of asking, and once confirmed that of the yes.
    """

    __tablename__ = "subscriber"
    __table_args__ = (
        known("state", SubscriberState),
        known("language", LANGUAGES),
        # A link that confirms ends with the yes.
        CheckConstraint("state = 'waiting' OR confirm_hash IS NULL", name="confirmed_has_no_link"),
        UNORDERED,
    )

    id: Mapped[Id]
    address_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    address: Mapped[bytes] = mapped_column(LargeBinary)
    language: Mapped[Code]
    state: Mapped[Code] = mapped_column(default=SubscriberState.WAITING)
    since: Mapped[date]
    confirm_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), unique=True)
    leave_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)


class NewsletterMail(DataBase):
    """For whom a mail of an issue was made, so that nobody gets two; gone once all have one."""

    __tablename__ = "newsletter_mail"
    __table_args__ = (UNORDERED,)

    newsletter_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Newsletter.id), primary_key=True)
    subscriber_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(Subscriber.id), primary_key=True, index=True
    )
