"""What happens to an installation; each gives the moment at which it was over."""

import os
import resource
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kit.postgres import Cluster, may_mount
from kit.real import Installation
from kit.under_load import Load, Reporter

# Seconds that a fault lasts.
AWAY = 1.0
# Seconds within which anything must be seen, on a machine that does much else meanwhile.
PATIENCE = 30.0
STEPS = (1 << 20, 1 << 12)


@dataclass(frozen=True)
class Place:
    """An installation that faults happen to. Its databases lie in `folder`."""

    database: str
    folder: Path
    site: Installation
    nodes: Sequence[Installation]
    people: Sequence[Reporter]
    cluster: Cluster | None = None

    @property
    def addresses(self) -> list[str]:
        """Of all nodes."""
        return [one.address for one in self.nodes]

    @property
    def servers(self) -> Cluster:
        """Of one that has them."""
        assert self.cluster is not None
        return self.cluster


def kill_worker(place: Place) -> float:
    """The one that was there longest, on the first node; the moment of the kill."""
    before = place.site.workers()
    os.kill(min(before), signal.SIGKILL)
    at = time.monotonic()
    while len(now := place.site.workers()) < len(before) or min(before) in now:
        assert time.monotonic() < at + PATIENCE, "no other came"
        time.sleep(0.02)
    return at


def fill_disk(place: Place, load: Load) -> float:
    """Until somebody was told so, and a while longer."""
    with _full(place):
        told, end = load.refused, time.monotonic() + PATIENCE
        while load.refused == told:
            assert time.monotonic() < end, "nobody was refused anything"
            time.sleep(0.02)
        time.sleep(AWAY)
    if place.cluster is not None and not place.cluster.server.runs:
        # PostgreSQL ends when it can't write its log; whoever keeps it starts it again.
        place.cluster.server.start()
    return time.monotonic()


def crash_server(place: Place) -> float:
    """PostgreSQL is gone, and comes back."""
    server = place.servers.server
    server.crash()
    time.sleep(AWAY)
    server.start()
    return time.monotonic()


def lose_server(place: Place, load: Load) -> float:
    """PostgreSQL is gone for good; the moment at which its standby was promoted."""
    place.servers.follow()
    load.steady()
    place.servers.change()
    return time.monotonic()


@contextmanager
def _full(place: Place) -> Iterator[None]:
    if not may_mount():
        with _no_growth(place):
            yield
        return
    filler = place.folder / "filler"
    with filler.open("wb") as file:
        for step in STEPS:
            while _grown(file.fileno(), step):
                pass
    try:
        yield
    finally:
        filler.unlink()


def _grown(descriptor: int, step: int) -> bool:
    try:
        os.posix_fallocate(descriptor, os.fstat(descriptor).st_size, step)
    except OSError:
        return False
    return True


@contextmanager
def _no_growth(place: Place) -> Iterator[None]:
    """What SQLite hears is close to what it hears of a full disk, where none can be had."""
    _allow(place, 4096)
    try:
        yield
    finally:
        _allow(place, resource.RLIM_INFINITY)


def _allow(place: Place, size: int) -> None:
    for pid in place.site.workers():
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
