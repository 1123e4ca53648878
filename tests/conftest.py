"""Fixtures that every floor may use; what they are made of stands in tests/kit."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import settings
from kit import addresses, room, statements
from kit.browser_like import Browser, app_of, close
from kit.databases import PostgresTowns, SqliteTowns
from kit.town import Town

ENGINES = ["sqlite", "postgresql"]
# Where one database is enough: this one.
ENGINE = os.environ.get("SIGNALERING_TEST_ENGINE", "sqlite")

# Nothing is timed: a machine may do other things meanwhile.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
room.in_memory()
statements.share()
addresses.share()


def pytest_collection_finish() -> None:
    """All is loaded, and no test has begun."""
    room.keep_loaded()


@pytest.fixture(scope="session")
def sqlite_towns(tmp_path_factory: pytest.TempPathFactory) -> SqliteTowns:
    """Makes towns in files."""
    return SqliteTowns(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def postgres_towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresTowns]:
    """Makes towns in a real PostgreSQL, started once a worker."""
    towns = PostgresTowns(tmp_path_factory.mktemp("postgres"))
    yield towns
    towns.stop()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A town stands on each database, but where a test says that its rules are in no database."""
    if "town" in metafunc.fixturenames:
        alone = metafunc.definition.get_closest_marker("one_engine")
        metafunc.parametrize(
            "town", [_engine(one) for one in ([ENGINE] if alone else ENGINES)], indirect=True
        )


def pytest_itemcollected(item: pytest.Item) -> None:
    """What one database is enough for is known by it too."""
    fixtures = getattr(item, "fixturenames", ())
    if "file_town" in fixtures and _only_engine(item) == "postgresql":
        item.add_marker(pytest.mark.postgres)


def _only_engine(item: pytest.Item) -> str:
    return "sqlite" if item.get_closest_marker("sqlite") else ENGINE


def _engine(name: str) -> Any:
    return pytest.param(name, marks=pytest.mark.postgres) if name == "postgresql" else name


@pytest.fixture
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Town]:
    """A settled town, once on each database: for services."""
    with _towns(request.param, request).town(tmp_path) as settled:
        yield _told_afresh_where_patched(settled, request)


@pytest.fixture
def file_town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Town]:
    """A settled town on one database: for pages and files."""
    with _towns(_only_engine(request.node), request).town(tmp_path) as settled:
        yield _told_afresh_where_patched(settled, request)


def _towns(engine: str, request: pytest.FixtureRequest) -> SqliteTowns | PostgresTowns:
    name = "sqlite_towns" if engine == "sqlite" else "postgres_towns"
    towns: SqliteTowns | PostgresTowns = request.getfixturevalue(name)
    return towns


def _told_afresh_where_patched(town: Town, request: pytest.FixtureRequest) -> Town:
    """Where a part is replaced nothing is as it was done before, nor done so for others."""
    if "monkeypatch" in request.fixturenames:
        town.story = None
    return town


@pytest.fixture
def app(file_town: Town) -> Iterator[Flask]:
    """The web application of a settled town."""
    made = app_of(file_town)
    yield made
    close(made)


@pytest.fixture
def browser(app: Flask, file_town: Town) -> Browser:
    """A browser where nobody is logged in; `Browser(app, town)` makes more of them."""
    return Browser(app, file_town)
