"""Databases for tests of the schema: empty, migrated, made from the models; on both engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.databases import PostgresTowns
from sqlalchemy import Engine

from signalering.models import schema
from signalering.models.database import open_engine
from signalering.models.tables import METADATA

Pair = dict[str, Engine]
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def engine_kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def addresses(
    kind: str, label: str, folder: Path, request: pytest.FixtureRequest
) -> Iterator[list[str]]:
    """Two empty databases of this kind."""
    if kind == "sqlite":
        yield [f"sqlite:///{folder / f'{label}-{name}.sqlite'}" for name in ("data", "keystore")]
    else:
        towns: PostgresTowns = request.getfixturevalue("postgres_towns")
        with towns.empty() as urls:
            yield urls


def opened(urls: list[str]) -> Pair:
    return dict(zip(("", "keystore"), (open_engine(url) for url in urls), strict=True))


def let_go(pair: Pair) -> None:
    for engine in pair.values():
        engine.dispose()


@pytest.fixture
def empty(engine_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pair]:
    """Nothing in either."""
    for urls in addresses(engine_kind, "empty", tmp_path, request):
        pair = opened(urls)
        yield pair
        let_go(pair)


@pytest.fixture
def migrated(empty: Pair) -> Pair:
    """Both brought to the newest revision."""
    schema.upgrade(empty[""], empty["keystore"])
    return empty


@pytest.fixture
def made(engine_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pair]:
    """Both made from the models."""
    for urls in addresses(engine_kind, "made", tmp_path, request):
        pair = opened(urls)
        for name, engine in pair.items():
            METADATA[name].create_all(engine)
        yield pair
        let_go(pair)
