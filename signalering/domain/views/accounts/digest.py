"""How much work waits for one person this morning."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Digest:
    """Bare counts; `new` is of everybody's inbox, the others are of one's own work."""

    today: int
    overdue: int
    new: int
    news: int
    # Cases in hand, and signals of nobody, that are erased within two weeks.
    leaving: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.today or self.overdue or self.new or self.news or self.leaving)
