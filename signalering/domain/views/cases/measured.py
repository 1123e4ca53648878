"""A measure as it was recorded in a case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from signalering.domain.measures import ItemAnswer, Response, Score, class_of


@dataclass(frozen=True)
class Measured:
    """What was recorded at one moment, in the entry with this number."""

    number: int
    months: int
    day: date
    response: Response
    direct: int | None = field(default=None, repr=False)
    score: Score = field(default_factory=Score, repr=False)
    answers: Mapping[str, ItemAnswer] = field(default_factory=dict, repr=False)

    @property
    def values(self) -> tuple[int | None, int | None]:
        """The direct question and the total of the scale."""
        return self.direct, self.score.total

    @property
    def total_class(self) -> str:
        """The class of the total; nothing without one."""
        return "" if self.score.total is None else class_of(self.score.total)
