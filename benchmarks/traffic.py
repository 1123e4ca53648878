"""Signals, the inbox and log-ins as they are served, beside the floor, on both databases."""

import statistics
from collections.abc import Iterator

from kit.town import PASSPHRASE

from benchmarks import settings
from benchmarks.load import LOG_IN, SEND, SIGNAL, Load, Order, begun, loaded
from benchmarks.measure import Row, beside, errorless, measured
from benchmarks.people import at_full_cost, logged_in, reporters
from benchmarks.served import POSTGRES, SQLITE, Site, sites

CLIENTS = 16
# Of each client: together as many as send what is sent here in a month and more.
PEOPLE = 6
ROUNDS = 3
ALONE, TOGETHER = 150, 40
LONG = 10_000
VISITORS = 4
SECONDS = 5.0
TEXT = {"text": SIGNAL["note"]}


def rows() -> Iterator[Row]:
    """One database after the other: each has both cores while it is measured."""
    for kind in (SQLITE, POSTGRES):
        with sites(kind) as site:
            yield from _signals(kind, site)
            yield from _inbox(kind, site)
            yield from _log_ins(kind, site)


def _signals(kind: str, site: Site) -> Iterator[Row]:
    """A round of each in turns, and the median of the rounds."""
    sessions = reporters(site, CLIENTS, PEOPLE)
    everybody = [[one for some in sessions for one in some]]
    loads: list[Load] = []
    for clients, each, who in ((1, ALONE, everybody), (CLIENTS, TOGETHER, sessions)):
        name = f"{kind}: signal, {clients} at once"
        floors, ours = [], []
        for _ in range(ROUNDS):
            floors.append(loaded(Order(site.floor, "/insert", clients, each, post=TEXT)))
            ours.append(loaded(Order(site.address, SEND, clients, each, post={}, sessions=who)))
        loads += ours
        yield beside(f"{name}: receipt given, beside a bare insert", _each(ours), _each(floors), 2)
        yield beside(f"{name}: 95 in 100 receipts given", _most(ours), _most(floors), 3)
    read = Order(site.address, SEND, CLIENTS, TOGETHER, post={}, sessions=sessions, read=True)
    loads.append(loaded(read))
    name = f"{kind}: signal, {CLIENTS} at once: and the receipt's page read"
    yield measured(name, loads[-1].each, _each(floors))
    if settings.LONG:
        each = LONG // CLIENTS
        loads.append(loaded(Order(site.address, SEND, CLIENTS, each, post={}, sessions=sessions)))
    sent = sum(len(load.taken) for load in loads)
    yield errorless(f"{kind}: signals refused", sum(load.errors for load in loads), sent)


def _inbox(kind: str, site: Site) -> Iterator[Row]:
    """The signals that have just come in; four coordinators who turn pages."""
    sessions = [[logged_in(site, "coordinator")] for _ in range(VISITORS)]
    floors, ours = [], []
    for _ in range(ROUNDS):
        floors.append(loaded(Order(site.floor, "/list", VISITORS, TOGETHER)))
        order = Order(site.address, "/signals/inbox", VISITORS, TOGETHER // 2, sessions=sessions)
        ours.append(loaded(order))
    what = f"{kind}: inbox, 95 in 100 pages, beside a bare list of 50"
    yield beside(what, _most(ours), _most(floors), 2)


def _log_ins(kind: str, site: Site) -> Iterator[Row]:
    """Two workers with the form open, alone and while four others log in over and over."""
    sessions = [[logged_in(site, key)] for key in ("reporter-0", "reporter-1")]
    form = {"email": ",".join(at_full_cost(site.town, VISITORS)), "passphrase": PASSPHRASE}
    alone, meanwhile = [], []
    for _ in range(ROUNDS):
        looks = Order(site.address, SEND, 2, seconds=SECONDS, sessions=sessions)
        alone.append(loaded(looks))
        entering = begun(Order(site.address, LOG_IN, VISITORS, seconds=SECONDS, post=form))
        meanwhile.append(loaded(looks))
        if entering().errors:
            raise RuntimeError("a log-in was refused")
    what = f"{kind}: 95 in 100 other pages while {VISITORS} log in, beside none"
    yield beside(what, _most(meanwhile), _most(alone), 2)


def _each(loads: list[Load]) -> float:
    return statistics.median(load.each for load in loads)


def _most(loads: list[Load]) -> float:
    return statistics.median(load.most for load in loads)
