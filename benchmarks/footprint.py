"""What a worker of the server takes: memory at rest and under mixed load, and the time to begin.

Memory is what a worker has of its own and its part of what it shares with the process that forked
it (proportional set size): of all processes together that is what the machine has less. The
guard's lists, which the design counts apart, are weighed in a process that loads nothing else.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from kit.real import run_in, unserved
from kit.town import PASSPHRASE

from benchmarks import settings
from benchmarks.load import LOG_IN, SEND, Order, begun
from benchmarks.measure import Row, size, within
from benchmarks.people import at_full_cost, logged_in, reporters
from benchmarks.served import SQLITE, Site, sites

MIB = 1024 * 1024
MOST, GUARD, START = 120, 50, 3.0
STARTS = 3
# Seconds of load before growth counts: until then caches fill and each thread gets its stack.
WARM, SHORT, LONG = 20.0, 40.0, 1800.0
EVERY, WINDOW, AFTER = 0.25, 5.0, 1.0
TEN_MINUTES = 600.0
GROWTH = 1.0
WEIGHED = """
from pathlib import Path
def resident():
    told = Path("/proc/self/statm").read_text().split()[1]
    return int(told) * 4096
import re, json, unicodedata, dataclasses, enum, functools
before = resident()
from signalering.privacy.guard import find
find("Zit veel binnen en mist mevrouw Jansen van de Kerkstraat 12.")
print(resident() - before)
"""


def rows() -> Iterator[Row]:
    """One installation on SQLite: memory has nothing to do with the database."""
    told = subprocess.run([sys.executable, "-c", WEIGHED], capture_output=True, check=True)
    guard = int(told.stdout) / MIB
    yield size("memory of the guard and its lists", guard, GUARD, "MB")
    yield within("cold start to first page", _start(), START)
    with sites(SQLITE) as site:
        seconds = WARM + (LONG if settings.LONG else SHORT)
        weighed = _under_load(site, seconds)
        time.sleep(AFTER)
        most = max(_proportional(pid) for pid in site.workers()) - guard
    yield size("memory of a worker after mixed load, guard's lists apart", most, MOST, "MB")
    slope = _slope(weighed) * TEN_MINUTES
    what = f"growth of a worker in ten minutes of mixed load, seen in {seconds - WARM:.0f} s"
    if settings.LONG:
        yield size(what, slope, GROWTH, "MB")
    else:
        yield Row(what, slope, "measured; the goal (1 MB) is asked of `--long`", unit="MB")


def _start() -> float:
    """Seconds until the command has served its first page; the environment is there already."""
    with TemporaryDirectory() as name, unserved(Path(name) / "instance"):
        (Path(name) / "temporary").mkdir()
        taken = []
        for _ in range(STARTS):
            began = time.perf_counter()
            with run_in(Path(name), "server.log") as (_, server):
                taken.append(time.perf_counter() - began)
                server.terminate()
                server.wait()
        return statistics.median(taken)


def _under_load(site: Site, seconds: float) -> list[tuple[float, float]]:
    """When it was looked, and how many MB a worker had."""
    senders = reporters(site, 2, 6)
    form = {"email": ",".join(at_full_cost(site.town, 1)), "passphrase": PASSPHRASE}
    readers = [[logged_in(site, "coordinator")], [logged_in(site, "manager")]]
    orders = [
        Order(site.address, SEND, 2, seconds=seconds, post={}, sessions=senders, read=True),
        Order(site.address, "/signals/inbox", 1, seconds=seconds, sessions=readers[:1]),
        Order(site.address, "/statistics", 1, seconds=seconds, sessions=readers[1:]),
        Order(site.address, LOG_IN, 1, seconds=seconds, post=form),
    ]
    over, weighed, began = Event(), list[tuple[float, float]](), time.perf_counter()

    def look() -> None:
        while not over.wait(EVERY):
            mean = statistics.mean(_proportional(pid) for pid in site.workers())
            weighed.append((time.perf_counter() - began, mean))

    watch = Thread(target=look)
    watch.start()
    try:
        for end in [begun(order) for order in orders]:
            if end().errors:
                raise RuntimeError("a request of the mixed load was refused")
    finally:
        over.set()
        watch.join()
    return weighed


def _proportional(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _slope(weighed: Sequence[tuple[float, float]]) -> float:
    """MB a second, by least squares through the least of every few seconds after the warming up.

    In each there is a moment when nobody's Argon2id runs.
    """
    windows: dict[int, list[float]] = {}
    for at, mean in weighed:
        windows.setdefault(int(at // WINDOW), []).append(mean)
    least = [(n * WINDOW, min(some)) for n, some in windows.items() if n * WINDOW >= WARM]
    return statistics.linear_regression(*zip(*least, strict=True)).slope
