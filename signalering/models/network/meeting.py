"""Meetings of the network, who was invited, and how many come: organisations, never people."""

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.meetings import MeetingState
from signalering.models.base import UNORDERED, Code, DataBase, Day, Id, Name, known


class Meeting(DataBase):
    """A meeting. `taken` counts the people who come, so that the last seat is given once.

    `sequence` rises with what calendars show (RFC 5545, 3.8.7.4), `version` with every change by an
    administrator. The guard has read agenda and notes.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        known("state", MeetingState),
        CheckConstraint(
            "taken >= 0 AND (capacity IS NULL OR taken <= capacity)", name="seats_enough"
        ),
        UNORDERED,
    )

    id: Mapped[Id]
    title: Mapped[Name]
    day: Mapped[Day] = mapped_column(index=True)
    starts_at: Mapped[str] = mapped_column(String(5))
    ends_at: Mapped[str] = mapped_column(String(5))
    place: Mapped[Name]
    address: Mapped[str | None] = mapped_column(String(200))
    capacity: Mapped[int | None]
    taken: Mapped[int] = mapped_column(default=0)
    agenda: Mapped[str] = mapped_column(Text)
    sign_up_until: Mapped[Day]
    state: Mapped[Code] = mapped_column(default=MeetingState.PLANNED)
    notes: Mapped[str | None] = mapped_column(Text)
    sequence: Mapped[int] = mapped_column(default=0)
    changed_on: Mapped[Day]
    version: Mapped[int] = mapped_column(default=1)


class MeetingPartner(DataBase):
    """An organisation and a meeting: when it was invited, its answer, and how many came.

    `people` is empty without an answer and 0 for a no; `came` is empty until somebody wrote down
    who was there. The address is one for news of this meeting, and is erased after it.
    """

    __tablename__ = "meeting_partner"
    __table_args__ = (
        CheckConstraint("people >= 0 AND came >= 0", name="people_counted"),
        UNORDERED,
    )

    meeting_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Meeting.id), primary_key=True)
    partner_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("partner.id"), primary_key=True, index=True
    )
    invited_on: Mapped[date | None]
    people: Mapped[int | None]
    contact_address: Mapped[str | None] = mapped_column(String(254))
    came: Mapped[int | None]


class MeetingLink(DataBase):
    """By which an organisation reads and answers; of it only a hash is kept.

    Each mail brings one of its own, for the key of an older one stands nowhere; all of them work.
    """

    __tablename__ = "meeting_link"
    __table_args__ = (UNORDERED,)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    meeting_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(Meeting.id), index=True)
    partner_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("partner.id"), index=True)
