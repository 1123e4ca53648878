"""The scripted day, played once for the tests of one file."""

from collections.abc import Iterator

import pytest
from kit.databases import SqliteTowns
from kit.day import Day, play

DATABASES = ("sqlite_towns", pytest.param("postgres_towns", marks=pytest.mark.postgres))


@pytest.fixture(scope="module", params=DATABASES)
def day(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """Once on each database; whoever changes something of it puts it back."""
    towns = request.getfixturevalue(request.param)
    with towns.town(tmp_path_factory.mktemp("day"), remembered=False) as town:
        yield play(town)


@pytest.fixture(scope="module")
def file_day(sqlite_towns: SqliteTowns, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """On SQLite alone; whoever changes something of it puts it back."""
    with sqlite_towns.town(tmp_path_factory.mktemp("file-day"), remembered=False) as town:
        yield play(town)
