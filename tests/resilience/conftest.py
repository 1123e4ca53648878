"""An installation on each database that faults happen to, how often, and the table of them."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from kit.fault_table import Table
from kit.faults import Place
from kit.postgres import cluster, disk
from kit.real import installed
from kit.under_load import reporters

# Said by `make resilience`.
IN_FULL = "SIGNALERING_RESILIENCE"
SQLITE_DISK, POSTGRES_DISK = "100m", "700m"

collect_ignore = [] if IN_FULL in os.environ else ["test_two_loops.py"]


@pytest.fixture(scope="session")
def rounds() -> Callable[[int], int]:
    """How often a fault comes: once, or so often in full."""
    return lambda in_full: in_full if IN_FULL in os.environ else 1


@pytest.fixture(scope="session")
def table() -> Iterator[Table]:
    """Written when all was done in full."""
    made = Table()
    yield made
    if IN_FULL in os.environ:
        made.write()


@pytest.fixture(scope="session")
def sqlite() -> Iterator[Place]:
    """One node with files of its own."""
    with disk(SQLITE_DISK) as folder, installed(folder / "site") as site:
        yield Place("SQLite", folder, site, (site,), reporters(site))


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Two nodes before one server."""
    with ExitStack() as stack:
        folder = stack.enter_context(disk(POSTGRES_DISK))
        made = stack.enter_context(cluster(folder))
        site = stack.enter_context(installed(tmp_path_factory.mktemp("site") / "site", made.urls))
        nodes = (site, stack.enter_context(site.second_node()))
        yield Place("PostgreSQL", folder, site, nodes, reporters(site), made)


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Place:
    """Where the test's faults happen."""
    found: Place = request.getfixturevalue(request.param)
    return found
