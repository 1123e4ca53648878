"""What a resident asked about what is kept, and what the resident knows of it."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class RequestView:
    """One request, by the number of its entry; without an answer it is open."""

    number: int
    right: str
    received: date
    due: date
    overdue: bool
    extended: bool = False
    may_extend: bool = False
    answer: str = ""
    text: str = field(default="", repr=False)

    @property
    def is_open(self) -> bool:
        """Whether the resident still waits."""
        return not self.answer


@dataclass(frozen=True)
class RightsView:
    """Where the rights of the resident stand; `review_on` of a restriction that has a day."""

    inform_by: date | None = None
    inform_overdue: bool = False
    restricted: bool = False
    review_on: date | None = None
    deceased: bool = False
    requests: tuple[RequestView, ...] = ()

    @property
    def waiting(self) -> tuple[RequestView, ...]:
        """Requests that are open, the earliest first; none once the rights ended with a life."""
        if self.deceased:
            return ()
        return tuple(sorted((r for r in self.requests if r.is_open), key=lambda one: one.due))
