"""What an audit of a period's figures found, check by check; never which cell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AuditedRung:
    """The checks of one rung with whether each passed. Without checks it needs none."""

    rung: str
    checks: tuple[tuple[str, bool], ...]

    @property
    def passed(self) -> bool:
        """Whether every check did."""
        return all(passed for _, passed in self.checks)


@dataclass(frozen=True)
class AuditedPeriod:
    """A released period with its own rung, or one that is due with every rung down to the first

    that passes.
    """

    period: str
    released: bool
    rungs: tuple[AuditedRung, ...]

    @property
    def passed(self) -> bool:
        """Whether what was published holds; of one that is due whether its first rung does."""
        return self.rungs[0].passed
