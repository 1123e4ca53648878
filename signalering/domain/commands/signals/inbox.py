"""Which part of the inbox somebody asks for."""

from dataclasses import astuple, dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class InboxFilter(StrEnum):
    """The queues of the inbox."""

    NEW = "new"
    MINE = "mine"
    WAITING = "waiting"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Place:
    """Behind which row a page begins."""

    deadline_on: date
    signal_id: UUID

    def __str__(self) -> str:
        """As it stands in an address."""
        return f"{self.deadline_on.isoformat()}_{self.signal_id}"

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """The place of an address; None for any other text."""
        day, _, signal_id = text.partition("_")
        try:
            return cls(date.fromisoformat(day), UUID(signal_id))
        except ValueError:
            return None


@dataclass(frozen=True)
class Narrowing:
    """Of which codes alone; an empty one narrows nothing."""

    area: str = ""
    age_band: str = ""
    reporter_group: str = ""
    request: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return not any(astuple(self))


@dataclass(frozen=True)
class AskInbox:
    """One page of one queue."""

    filter: InboxFilter = InboxFilter.NEW
    after: Place | None = None
    only: Narrowing = Narrowing()
