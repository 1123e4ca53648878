"""How each issue of the newsletter is getting on."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class IssueLine:
    """An issue that was sent, or is being sent. `left` subscribers have no mail yet.

    `sent`, `waiting` and `failed` are mails; who gets which stands nowhere once all are queued.
    """

    id: UUID
    sent_on: date
    going: bool
    sent: int
    waiting: int
    failed: int
    left: int


@dataclass(frozen=True)
class IssuesView:
    """Newest first. `asked` are those who have not confirmed yet."""

    issues: tuple[IssueLine, ...]
    has_draft: bool
    confirmed: int
    asked: int
    sends: bool
