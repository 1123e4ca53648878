"""Whatever breaks under load, what was acknowledged is there: whole, and once."""

import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from kit.fault_table import Table
from kit.postgres import Cluster, cluster, urls
from kit.real import Installation, installed
from kit.talk import COMMAND, PATIENCE, environment
from kit.town import Town
from kit.trail import entries
from kit.under_load import Count, Load, counted, loaded

from signalering.domain.audit_actions import AuditAction

# Seconds within which it is served again; as a test for a machine that does much else meanwhile.
SOON = 20.0
AWAY = 1.0


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """A real installation, on each database."""
    if request.param == "sqlite":
        with installed(tmp_path) as made:
            yield made
    else:
        with cluster() as server, installed(tmp_path, urls(server)) as made:
            yield made


def nothing_lost(town: Town, load: Load) -> Count:
    """All that this is about."""
    count = counted(town, load)
    assert count.acknowledged
    assert (count.lost, count.doubled, count.half_made) == (0, 0, 0), count
    return count


def after_each(
    load: Load, rounds: int, fault: Callable[[], float], *, refuses: bool = False
) -> list[float]:
    """Seconds until it was served again, of each round; `fault` tells when it was over."""
    seconds = []
    for _ in range(rounds):
        before = load.refused
        seconds.append(load.served_again(fault()))
        assert not refuses or load.refused > before, "it was never said clearly"
        load.steady()
    assert max(seconds) < SOON
    return seconds


def test_killed_workers(site: Installation, rounds: int, table: Table) -> None:
    def killed() -> float:
        before = site.workers()
        os.kill(max(before), signal.SIGKILL)
        at = time.monotonic()
        while len(now := site.workers()) < len(before) or max(before) in now:
            assert time.monotonic() < at + SOON
            time.sleep(0.02)
        return at

    with loaded(site) as load:
        seconds = after_each(load, rounds, killed)
    count = nothing_lost(site.town, load)
    name = site.town.house.data.dialect.name
    table.add(f"Worker killed ({name})", seconds, load, count)


def test_full_disk(tmp_path: Path, rounds: int, table: Table) -> None:
    """No file of the server may grow: what SQLite hears is what it hears of a full disk."""
    with installed(tmp_path) as site:

        def full() -> float:
            allow(site, 4096)
            time.sleep(AWAY)
            allow(site, resource.RLIM_INFINITY)
            return time.monotonic()

        with loaded(site) as load:
            seconds = after_each(load, rounds, full, refuses=True)
        table.add("Disk full (sqlite)", seconds, load, nothing_lost(site.town, load))


def allow(site: Installation, size: int) -> None:
    """So large may a file of the server become."""
    for pid in site.workers():
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@pytest.mark.postgres
def test_database_restarted_beside_two_nodes(tmp_path: Path, rounds: int, table: Table) -> None:
    """Cut off as by a crash; and what is due each day is done once, whoever asks for it."""
    with (
        cluster() as server,
        installed(tmp_path, urls(server)) as site,
        site.second_node() as second,
    ):

        def cut_off() -> float:
            server.stop("immediate")
            time.sleep(AWAY)
            server.start()
            return time.monotonic()

        with loaded(site, [site.address, second.address]) as load:
            two_loops(site)
            seconds = after_each(load, rounds, cut_off, refuses=True)
        count = nothing_lost(site.town, load)
        done = [one["sweep"] for one in entries(site.town, AuditAction.SWEEP_DONE)]
        assert done
        assert len(done) == len(set(done))
        table.add("Database crashed, two nodes and two work loops (postgresql)", seconds, load, count)


def two_loops(site: Installation) -> None:
    """A round of everything, twice at the same moment."""
    there = environment(site.folder / "instance")
    loops = [subprocess.Popen([*COMMAND, "work", "--once"], env=there) for _ in range(2)]
    assert [one.wait(PATIENCE) for one in loops] == [0, 0]


@contextmanager
def pair() -> Iterator[tuple[Cluster, Cluster]]:
    """A server and its standby, neither begun."""
    with cluster() as primary:
        primary.stop()
        standby = primary.copy("127.0.0.2")
        try:
            yield primary, standby
        finally:
            standby.stop("immediate")


@pytest.mark.postgres
def test_standby_promoted(tmp_path: Path, table: Table) -> None:
    """Nobody is told of a receipt before the standby has it, so it lies there."""
    with pair() as (primary, standby):
        primary.start(synchronous_standby_names="*", synchronous_commit="remote_apply")
        standby.start()
        both = urls(primary, standby, more="?target_session_attrs=read-write")
        with installed(tmp_path, both) as site:
            with loaded(site) as load:

                def promoted() -> float:
                    primary.stop("immediate")
                    standby.promote()
                    return time.monotonic()

                seconds = after_each(load, 1, promoted)
            count = nothing_lost(site.town, load)
        assert standby.ask("SELECT pg_is_in_recovery()") is False
        table.add("Standby promoted (postgresql)", seconds, load, count)
