"""One's own sessions, as their owner sees them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SessionLine:
    """One session: on what kind of device, since when. `slot` tells them apart."""

    slot: int
    started: datetime
    browser: str
    system: str
    locked: bool
    this: bool


@dataclass(frozen=True)
class SessionsView:
    """All sessions that were unlocked; `listed` is no while nothing is unlocked here."""

    lines: tuple[SessionLine, ...]
    listed: bool
    has_pin: bool
