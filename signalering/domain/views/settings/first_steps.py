"""How far a new installation is, step by step."""

from dataclasses import dataclass
from enum import StrEnum

from signalering.domain.states import Hat


class FirstStep(StrEnum):
    """What an installation needs before the first signal, in the order in which it is done."""

    NUMBERS = "numbers"
    CLOSING_DAYS = "closing_days"
    LOOP = "loop"
    MAIL = "mail"
    PARTNER = "partner"
    KEYS = "keys"
    COLLEAGUE = "colleague"
    TRAINING = "training"
    OFFERS = "offers"
    TRIAL = "trial"


# What the coordinators do; the rest is an administrator's.
OF_COORDINATORS = frozenset({FirstStep.KEYS, FirstStep.TRIAL})
# What may stay as it is: some teams close on no other days than everybody does.
OPTIONAL = frozenset({FirstStep.CLOSING_DAYS})


@dataclass(frozen=True)
class StepLine:
    """One step, and whether it holds now."""

    step: FirstStep
    done: bool

    @property
    def who(self) -> Hat:
        """Whose step it is."""
        return Hat.COORDINATOR if self.step in OF_COORDINATORS else Hat.ADMINISTRATOR

    @property
    def optional(self) -> bool:
        """Whether an installation is ready without it."""
        return self.step in OPTIONAL


@dataclass(frozen=True)
class FirstStepsView:
    """Every step, in order."""

    lines: tuple[StepLine, ...]

    @property
    def done(self) -> int:
        """How many hold."""
        return sum(line.done for line in self.lines)

    @property
    def left(self) -> int:
        """How many are needed yet."""
        return sum(not line.done and not line.optional for line in self.lines)
