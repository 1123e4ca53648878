"""Finding a live case by its resident's details: opening all once, then each kind of search."""

import gc
import statistics
import time
from collections.abc import Iterator
from random import Random

from kit.town import Town

from benchmarks import towns
from benchmarks.measure import Row, median, within
from signalering.domain.commands.cases.find import FindCases
from signalering.services.cases import _details
from signalering.services.cases.find import find_cases

SESSION = b"measured"
SEARCHES = {"name": "Hollanddam Verbergsen", "phone number": "06-123", "street": "Dambergstr 12"}
OPENING = 0.2  # seconds per 5,000
SEARCH = 0.05
OPENINGS = 5


def rows() -> Iterator[Row]:
    """Two sizes of a town."""
    # As the server does before it forks: nobody looks through what is loaded for waste.
    gc.collect()
    gc.freeze()
    for count in (5_000, 20_000):
        with towns.town() as town:
            with town.committed("coordinator") as work:
                towns.many_cases(work, count, Random(count))
            yield within(
                f"open the names of {count:,} cases", _opening(town), OPENING * count / 5000
            )
            for what, text in SEARCHES.items():
                taken = median(lambda text=text: _search(town, text), 15)
                yield within(f"find a {what} among {count:,}", taken, SEARCH)
        _details.forget_all()


def _opening(town: Town) -> float:
    _search(town, SEARCHES["name"])
    taken = []
    for _ in range(OPENINGS):
        _details.forget_all()
        with town.work("coordinator") as work:
            started = time.perf_counter()
            _details.details_of_live_cases(work)
            taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _search(town: Town, text: str) -> None:
    with town.committed("coordinator") as work:
        work.opened.session = SESSION
        find_cases(work, FindCases(text))
