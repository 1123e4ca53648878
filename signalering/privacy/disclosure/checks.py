"""What stands between candidate figures and their release: checks that read figures alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.refined import refined
from signalering.privacy.disclosure.tables import Counted, Table
from signalering.privacy.disclosure.tied import pairs, tied_pass

Codes = tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    """All figures of one period: what it would publish, or has published.

    `totals` of what has one; `tables` gives each cell's figure by its codes in the order of axes.
    """

    period: Period
    totals: Mapping[Counted, int]
    tables: Mapping[Table, Mapping[Codes, int]]


@dataclass(frozen=True)
class Check:
    """One part of an audit. `run` says whether the figures pass; `name` is safe to keep and to log.

    Names are unique in an audit and the same for the same figures, and so is what `run` gives:
    an audit that was stopped goes on with the checks that it has not done.
    """

    name: str
    run: Callable[[], bool]


def checks(candidate: Figures, frozen: Sequence[Figures]) -> tuple[Check, ...]:
    """The audit of a period's candidate figures beside the frozen ones of the periods inside it.

    Asks nothing but published and candidate figures. They pass if every check does. Checks may run
    in any order and in different processes: chance hangs on the figures alone. Each takes seconds.

    What has tables and a total is asked by each reader with each prior. Of tables that have none,
    days until a pick-up and links by pillar count what a stage counts: see `tied`. The others
    (indicators, life events, further wishes, days until a contact, changes) share no sum with
    anything, and a figure alone breaks no rule: 0 leaves 0-4 and f leaves f-4 to f+4, five counts
    or nine, never within 1-4. The likeliest count has 5 of 15 or 5 of 25 parts where
    all are equally likely beforehand, and where they are Poisson around the figure itself 1-4 have
    at most 0.4 each.
    """
    told = {table.counted for table, held in candidate.tables.items() if held}
    asked = tuple(
        check
        for counted in Counted
        if counted in told and counted in candidate.totals
        for check in _of(counted, candidate, frozen)
    )
    if pairs(candidate.tables):
        asked += (
            Check("stages beside what counts the same", partial(tied_pass, candidate.tables)),
        )
    return asked


def _of(counted: Counted, candidate: Figures, frozen: Sequence[Figures]) -> Iterator[Check]:
    within = tuple(each for each in frozen if counted in each.totals)
    groups = group_classes(counted, (candidate, *within))
    named: list[tuple[str, int | None, bool]] = [("stranger", None, False)]
    named += [(f"group {number + 1}", number, False) for number in range(groups)]
    named += [("who knows most", None, True)]
    yield Check(f"{counted}: intervals", partial(_intervals, counted, candidate, within))
    for name, group, most in named:
        for usual in (False, True):
            prior = "usual" if usual else "flat"
            run = partial(_asked, counted, candidate, within, group, most, usual)
            yield Check(f"{counted}: {name}, {prior}", run)


def group_classes(counted: Counted, every: Sequence[Figures]) -> int:
    """How many groups of reporters the tables about something tell apart."""
    axes = {
        axis.code: axis
        for figures in every
        for table in figures.tables
        if table.counted is counted
        for axis in table.axes
        if axis.dimension == "group"
    }
    return len(refined("group", axes.values())) if axes else 0


def _intervals(counted: Counted, candidate: Figures, frozen: Sequence[Figures]) -> bool:
    # NumPy and HiGHS take a second and much memory: only where an audit runs.
    from signalering.privacy.disclosure.verdicts import intervals_pass

    return intervals_pass(candidate, frozen, counted)


def _asked(
    counted: Counted,
    candidate: Figures,
    frozen: Sequence[Figures],
    group: int | None,
    most: bool,
    usual: bool,
) -> bool:
    from signalering.privacy.disclosure.verdicts import reader_passes

    return reader_passes(candidate, frozen, counted, (group, most), usual=usual)
