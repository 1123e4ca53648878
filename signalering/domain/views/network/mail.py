"""The outbox as an administrator sees it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class MailLine:
    """A mail that waits or failed. `due_at` is its next try."""

    id: UUID
    kind: str
    name: str
    address: str
    failed: bool
    tries: int
    due_at: datetime
    fault: str


@dataclass(frozen=True)
class MailView:
    """A page of the outbox, failed mails first; pages count from 1.

    `news` counts mails about signals that were not tried yet: who gets them would tell who
    reported.
    """

    lines: tuple[MailLine, ...]
    news: int
    sends: bool
    demonstration: bool
    page: int
    has_next: bool


@dataclass(frozen=True)
class DeliveredMail:
    """A mail as its receiver would read it."""

    to: str
    subject: str
    body: str
