"""Who of an organisation's own reporters is trained, for that organisation itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class WorkerLine:
    """One reporter, by the address that the organisation itself knows.

    `valid_until` is the last day of the newest certificate; none for who was never trained. No
    name, no day of a training, nothing of an exam: they serve nothing here.
    """

    email: str
    valid_until: date | None


@dataclass(frozen=True)
class WorkersView:
    """One page by address; pages count from 1, `total` counts all pages."""

    lines: tuple[WorkerLine, ...]
    total: int
    page: int
    has_next: bool


@dataclass(frozen=True)
class WorkerCounts:
    """`workers` with an account in use, `trained` of them with a certificate that is valid today.

    The first of these ends on `first_valid_until`, the last on `last_valid_until`.
    """

    workers: int
    trained: int
    first_valid_until: date | None
    last_valid_until: date | None
