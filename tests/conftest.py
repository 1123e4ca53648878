"""Fixtures that every floor may use; what they are made of stands in tests/kit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from kit import addresses, room, statements
from kit.browser_like import Browser, app_of, close
from kit.databases import PostgresTowns, SqliteTowns
from kit.town import Town

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


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Town]:
    """A settled town, once on each database: for services."""
    name = "sqlite_towns" if request.param == "sqlite" else "postgres_towns"
    with request.getfixturevalue(name).town(tmp_path) as settled:
        yield _told_afresh_where_patched(settled, request)


@pytest.fixture
def file_town(
    request: pytest.FixtureRequest, sqlite_towns: SqliteTowns, tmp_path: Path
) -> Iterator[Town]:
    """A settled town on SQLite alone: for pages and files."""
    with sqlite_towns.town(tmp_path) as settled:
        yield _told_afresh_where_patched(settled, request)


def _told_afresh_where_patched(town: Town, request: pytest.FixtureRequest) -> Town:
    """Where a part is replaced nothing is as it was done before, nor done so for others."""
    if "monkeypatch" in request.fixturenames:
        town.story = None
    return town


@pytest.fixture
def app(file_town: Town) -> Iterator[Flask]:
    """The web application of a settled town on SQLite."""
    made = app_of(file_town)
    yield made
    close(made)


@pytest.fixture
def browser(app: Flask, file_town: Town) -> Browser:
    """A browser where nobody is logged in; `Browser(app, town)` makes more of them."""
    return Browser(app, file_town)
