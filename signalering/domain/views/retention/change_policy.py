"""What a term could become, and what each choice would make due."""

from dataclasses import dataclass

from signalering.domain.views.retention.overview import Decision


@dataclass(frozen=True)
class Choice:
    """A term, and how many are noticed at once with it; of cases that is the most it can be."""

    keep_for: str
    count: int
    is_longer: bool


@dataclass(frozen=True)
class PolicyView:
    """The term in force and the choices."""

    now: Decision
    choices: tuple[Choice, ...]
    # Which term a closed case has, nobody here can see.
    at_most: bool
