"""Finding a live case by name: opening all names once, then each search."""

import time
from collections.abc import Iterator
from random import Random

from kit.town import Town

from benchmarks import towns
from benchmarks.measure import Row, median, within
from signalering.domain.commands.cases.find import FindCases
from signalering.services.cases import _names
from signalering.services.cases.find import find_cases

SESSION = b"measured"
OPENING = 0.2  # seconds per 5,000
SEARCH = 0.05


def rows() -> Iterator[Row]:
    """Two sizes of a town."""
    for count in (5_000, 20_000):
        with towns.town() as town:
            with town.committed("coordinator") as work:
                towns.many_cases(work, count, Random(count))
            yield within(
                f"open the names of {count:,} cases", _opening(town), OPENING * count / 5000
            )
            yield within(f"find a name among {count:,}", median(lambda: _search(town), 15), SEARCH)
        _names.forget_all()


def _opening(town: Town) -> float:
    _search(town)
    _names.forget_all()
    with town.work("coordinator") as work:
        started = time.perf_counter()
        _names.names_of_live_cases(work)
        return time.perf_counter() - started


def _search(town: Town) -> None:
    with town.committed("coordinator") as work:
        work.opened.session = SESSION
        find_cases(work, FindCases("Hollanddam Verbergsen"))
