"""How the machinery fares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from signalering.domain.state_texts import STATE_TEXTS, Check, Standing, StateText

Said = int | str | datetime


@dataclass(frozen=True)
class StateLine:
    """One thing that was looked at. `code` is that of its text (domain/state_texts.py)."""

    check: Check
    code: str
    params: Mapping[str, Said] = field(default_factory=dict)

    @property
    def text(self) -> StateText:
        """What is said of it."""
        return STATE_TEXTS[self.code]


@dataclass(frozen=True)
class JobLine:
    """A job of the work loop, and when it was last done and last failed."""

    name: str
    done_at: datetime | None
    failed_at: datetime | None

    @property
    def failed(self) -> bool:
        """Whether it failed since it was last done."""
        if self.failed_at is None:
            return False
        return self.done_at is None or self.failed_at > self.done_at


@dataclass(frozen=True)
class StateView:
    """Every line, and every job that ever ran."""

    lines: tuple[StateLine, ...]
    jobs: tuple[JobLine, ...]
    looked_at: datetime
    can_test_mail: bool

    def of(self, standing: Standing) -> tuple[StateLine, ...]:
        """The lines of one standing."""
        return tuple(line for line in self.lines if line.text.standing == standing)
