"""Whatever breaks under load, what was acknowledged is there: whole, and once."""

import pytest
from kit.bearing import Rounds, bears
from kit.fault_table import Table
from kit.faults import Place, crash_server, fill_disk, kill_worker, lose_server
from kit.postgres import may_mount

POSTGRESQL = pytest.param("postgresql", marks=pytest.mark.postgres)
BOTH = pytest.mark.parametrize("place", ["sqlite", POSTGRESQL], indirect=True)
SERVERS = pytest.mark.parametrize("place", [POSTGRESQL], indirect=True)
# A small disk is had by mounting one; without it, SQLite alone can be told of a full one.
DISKS = pytest.mark.parametrize(
    "place", ["sqlite", *([POSTGRESQL] if may_mount() else [])], indirect=True
)


@BOTH
def test_a_killed_worker(place: Place, rounds: Rounds, table: Table) -> None:
    bears(place, table, "worker killed", rounds(20), lambda _: kill_worker(place))


@DISKS
def test_a_full_disk(place: Place, rounds: Rounds, table: Table) -> None:
    bears(place, table, "disk full", rounds(10), lambda load: fill_disk(place, load))


@SERVERS
def test_a_crashed_server_beside_two_nodes(place: Place, rounds: Rounds, table: Table) -> None:
    name = "server crashed and started again, two nodes"
    load = bears(place, table, name, rounds(10), lambda _: crash_server(place))
    assert load.refused, "it was never said clearly"


@SERVERS
def test_a_promoted_standby(place: Place, rounds: Rounds, table: Table) -> None:
    name = "server lost, standby promoted, two nodes"
    bears(place, table, name, rounds(5), lambda load: lose_server(place, load))
