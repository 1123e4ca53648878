"""A file of another directory."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class UploadDirectory:
    """`assured_on` is the day for offers of which the file doesn't say when they were checked."""

    content: bytes = field(repr=False)
    assured_on: date | None = None


@dataclass(frozen=True)
class ConfirmDirectory:
    """Yes to what was looked at. `without` says yes to leaving out what has faults."""

    seen: str
    without: bool = False
