"""The archive: every issue that was sent."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class IssueHead:
    """One issue, by its day."""

    id: UUID
    sent_on: date


@dataclass(frozen=True)
class ArchiveView:
    """One page, newest first; pages count from 1."""

    issues: tuple[IssueHead, ...]
    page: int
    has_next: bool
