"""Mail that waits. A row says to whom and which text, never about whom; sent, it is deleted."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from signalering.domain.lifecycles import MailFault, MailKind, MailState
from signalering.models.base import UNORDERED, Code, DataBase, Id, Moment, known

ONE_RECEIVER = (
    " + ".join(
        f"CASE WHEN {column} IS NULL THEN 0 ELSE 1 END"
        for column in ("account_id", "address", "subscriber_id")
    )
    + " = 1"
)


class OutboxMail(DataBase):
    """Never backed up. Goes to an account, to the address of an organisation, or to a subscriber,

    whose address is read at the moment of sending.
    """

    __tablename__ = "outbox_mail"
    __table_args__ = (
        known("kind", MailKind),
        known("state", MailState),
        known("fault", MailFault, optional=True),
        CheckConstraint(ONE_RECEIVER, name="one_receiver"),
        CheckConstraint(
            "newsletter_id IS NULL OR subscriber_id IS NOT NULL", name="newsletter_to_subscriber"
        ),
        UNORDERED,
    )

    id: Mapped[Id]
    kind: Mapped[Code]
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id"), index=True)
    address: Mapped[str | None] = mapped_column(String(254))
    subscriber_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("subscriber.id"), index=True)
    # Which issue; a subscriber's mail without one asks for a yes.
    newsletter_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("newsletter.id"), index=True)
    # The offer that its organisation is asked about.
    initiative_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("initiative.id"))
    # The meeting that it tells of, and which organisation it goes to.
    meeting_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("meeting.id"))
    partner_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("partner.id"))
    state: Mapped[Code] = mapped_column(default=MailState.WAITING)
    due_at: Mapped[datetime] = mapped_column(Moment, index=True)
    tries: Mapped[int] = mapped_column(default=0)
    # The kind of the last fault, never the server's text: it may quote an address or a subject.
    fault: Mapped[Code | None]
