"""Whatever breaks under load, what was acknowledged is there: whole, and once."""

import subprocess
import time
from collections.abc import Callable

import pytest
from kit import trail
from kit.fault_table import Table
from kit.faults import (
    PATIENCE,
    Place,
    crash_server,
    fill_disk,
    kill_worker,
    lose_server,
)
from kit.postgres import may_mount
from kit.stored import before, counted
from kit.talk import COMMAND, environment
from kit.under_load import Load, loaded
from sqlalchemy import delete

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import DailyJob
from signalering.models.network.job import JobRun

POSTGRESQL = pytest.param("postgresql", marks=pytest.mark.postgres)
BOTH = pytest.mark.parametrize("place", ["sqlite", POSTGRESQL], indirect=True)
SERVERS = pytest.mark.parametrize("place", [POSTGRESQL], indirect=True)
# A small disk is had by mounting one; without it, SQLite alone can be told of a full one.
DISKS = pytest.mark.parametrize(
    "place", ["sqlite", *([POSTGRESQL] if may_mount() else [])], indirect=True
)

Rounds = Callable[[int], int]
Fault = Callable[[Load], float]


def bears(place: Place, table: Table, name: str, rounds: int, fault: Fault) -> Load:
    """Nothing is lost, doubled or half-made, and it is served again each time."""
    since, seconds = before(place.site.town), list[float]()
    with loaded(place.people, place.addresses) as load:
        for _ in range(rounds):
            seconds.append(load.served_again(fault(load)))
            load.steady()
    count = counted(place.site.town, since, load.receipts)
    table.add(name, place.database, seconds, load, count)
    assert count.sound, count
    assert max(seconds) < PATIENCE
    return load


@BOTH
def test_a_killed_worker(place: Place, rounds: Rounds, table: Table) -> None:
    bears(place, table, "worker killed", rounds(20), lambda _: kill_worker(place))


@DISKS
def test_a_full_disk(place: Place, rounds: Rounds, table: Table) -> None:
    bears(place, table, "disk full", rounds(5), lambda load: fill_disk(place, load))


@SERVERS
def test_a_crashed_server_beside_two_nodes(place: Place, rounds: Rounds, table: Table) -> None:
    name = "server crashed and started again, two nodes"
    load = bears(place, table, name, rounds(5), lambda _: crash_server(place))
    assert load.refused, "it was never said clearly"


@SERVERS
def test_a_promoted_standby(place: Place, rounds: Rounds, table: Table) -> None:
    name = "server lost, standby promoted, two nodes"
    bears(place, table, name, rounds(3), lambda load: lose_server(place, load))


@SERVERS
def test_two_work_loops_at_once(place: Place, rounds: Rounds, table: Table) -> None:
    """What is due each day is done once, whoever asks for it."""
    town = place.site.town
    there = environment(place.site.folder / "instance")

    def twice(load: Load) -> float:
        with town.committed() as work:
            work.data.execute(delete(JobRun))
        ends, began = trail.ends(town), time.monotonic()
        loops = [subprocess.Popen([*COMMAND, "work", "--once"], env=there) for _ in range(2)]
        assert [one.wait(PATIENCE) for one in loops] == [0, 0]
        said = trail.read_entries(town, trail.added(ends, trail.ends(town)))
        done = [
            one["details"]["sweep"] for one in said if one["action"] == AuditAction.SWEEP_DONE.value
        ]
        assert len(done) == len(set(done))
        assert DailyJob.DIGEST.value in done
        return began

    bears(place, table, "two work loops at once, two nodes", rounds(3), twice)
