"""What stands between candidate figures and their release: checks that read figures alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from signalering.privacy.disclosure.audit import audit_one_way
from signalering.privacy.disclosure.intervals import NothingFits, OneWay
from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.tables import Counted, Table

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

    Asks nothing but published and candidate figures. They pass if every check does.
    """
    del frozen
    return tuple(_one_way(candidate))


def _one_way(candidate: Figures) -> Iterator[Check]:
    for counted, total in candidate.totals.items():
        tables = [
            OneWay(table.code, {codes[0]: figure for codes, figure in held.items()})
            for table, held in candidate.tables.items()
            if table.one_way and table.counted is counted and table.axes[0].dimension != "stage"
        ]
        yield Check(f"one way {counted}", partial(_passes, total, tables))


def _passes(total: int, tables: Sequence[OneWay]) -> bool:
    try:
        return audit_one_way(total, tables).passed
    except NothingFits:
        return False
