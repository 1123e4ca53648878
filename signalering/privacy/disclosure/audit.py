"""The release audit of one-way tables and of a total: a function of candidate figures alone.

It never sees a count, so its verdict tells nothing that the figures would not. Crossed tables need
integer programs and a sampler; they give `Failure`s of the same rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from signalering.privacy.disclosure.intervals import Interval, NothingFits, OneWay, intervals
from signalering.privacy.disclosure.posterior import posterior

SMALL = range(1, 5)
NARROWEST = 3
_CLAIM = (9, 10)


class Rung(StrEnum):
    """The fixed ladder: if a rung fails, the whole period takes the next."""

    PLAN = "plan"
    # Without the tables that the periods inside show by the same classes.
    APART = "apart"
    ONE_WAY = "one_way"
    TOTAL = "total"


class Rule(StrEnum):
    """Why figures are not released."""

    SMALL_INTERVAL = "small_interval"
    NARROW_INTERVAL = "narrow_interval"
    CLAIM = "claim"


@dataclass(frozen=True, order=True)
class Failure:
    """A rule that a cell breaks. For tests and the caller; a log names the rung alone."""

    rule: Rule
    table: str
    code: str


@dataclass(frozen=True)
class Verdict:
    """Whether figures may be released, and if not, why."""

    failures: tuple[Failure, ...]

    @property
    def passed(self) -> bool:
        """Whether no rule is broken."""
        return not self.failures


def audit_total() -> Verdict:
    """The total alone needs no audit: nine counts, or five from nought, stay possible."""
    return Verdict(())


def audit_one_way(total: int, tables: Sequence[OneWay]) -> Verdict:
    """Audit the tables of one period with their total, all as candidate figures.

    Two readers are asked: one who knows that every signal is in a class, and one who does not (ages
    and areas may be unknown). Raises NothingFits if no counts fit the figures, and ValueError for
    what is no figure or for two tables of one name.
    """
    if len({table.name for table in tables}) < len(tables):
        raise ValueError("two tables of one name")
    open_reading = _failures(total, tables, with_remainder=True)
    try:
        exact_reading = _failures(total, tables, with_remainder=False)
    except NothingFits:
        # The reader then knows that some signal is in no class, and reads on as the other one.
        exact_reading = set()
    return Verdict(tuple(sorted(open_reading | exact_reading)))


def _failures(total: int, tables: Sequence[OneWay], *, with_remainder: bool) -> set[Failure]:
    found = set()
    for (table, code), interval in intervals(total, tables, with_remainder=with_remainder).items():
        found |= {Failure(rule, table, code) for rule in _broken(interval)}
    for (table, code), belief in posterior(total, tables, with_remainder=with_remainder).items():
        if any(belief.at_least(count, *_CLAIM) for count in SMALL):
            found.add(Failure(Rule.CLAIM, table, code))
    return found


def _broken(interval: Interval) -> set[Rule]:
    broken = set()
    if SMALL[0] <= interval.low and interval.high <= SMALL[-1]:
        broken.add(Rule.SMALL_INTERVAL)
    if len(interval) < NARROWEST:
        broken.add(Rule.NARROW_INTERVAL)
    return broken
