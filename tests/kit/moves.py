"""Two databases to move to, and a town that can be moved: one that says its version."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, MetaData, select, text

from kit.databases import PostgresTowns
from kit.town import Town, new_house
from signalering.models.database import open_engine
from signalering.models.schema import newest_revision
from signalering.models.tables import METADATA
from signalering.services.retention._copying import Step
from signalering.services.retention.move import Moved, move
from signalering.services.work import House

Content = dict[str, list[dict[str, Any]]]


def quietly(step: Step) -> None:
    """Nobody looks at the bar."""
    del step


def stamped(town: Town) -> Town:
    """As the migrations would have left it: the kit makes its tables from the models."""
    for engine in engines_of(town.house):
        stamp(engine)
    return town


def stamp(engine: Engine) -> None:
    """It stands at the newest version."""
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(
            text("INSERT INTO alembic_version VALUES (:now)"), {"now": newest_revision()}
        )


@contextmanager
def made_target(town: Town, folder: Path) -> Iterator[Town]:
    """The same before two that `database upgrade` made: quicker, for nothing is to be migrated."""
    with target(town, folder, None) as there:
        for engine, metadata in zip(engines_of(there.house), METADATA.values(), strict=True):
            metadata.create_all(engine)
        yield stamped(there)


@contextmanager
def target(town: Town, folder: Path, postgres: PostgresTowns | None) -> Iterator[Town]:
    """The same people and settings before two empty databases, without a table."""
    folder.mkdir()
    if postgres is None:
        yield from _opened(town, folder, [f"sqlite:///{folder / n}.sqlite" for n in ("d", "k")])
    else:
        with postgres.empty() as urls:
            yield from _opened(town, folder, urls)


def _opened(town: Town, folder: Path, urls: list[str]) -> Iterator[Town]:
    engines = [open_engine(url) for url in urls]
    try:
        yield at(town, folder, engines[0], engines[1])
    finally:
        for engine in engines:
            engine.dispose()


def at(town: Town, folder: Path, data: Engine, keystore: Engine) -> Town:
    """The town as it is found in these databases."""
    there = replace(town, house=new_house(folder, data, keystore), story=None)
    there.clock.move_to(town.clock.now())
    return there


def moved(town: Town, there: Town) -> Moved:
    """Move it whole."""
    return move(town.house, there.house, quietly)


def engines_of(house: House) -> tuple[Engine, Engine]:
    """Data, keystore."""
    return house.data, house.keystore


def content(house: House) -> Content:
    """Every row of every table."""
    found: Content = {}
    for engine, metadata in zip(engines_of(house), METADATA.values(), strict=True):
        found |= _content(engine, metadata)
    return found


def _content(engine: Engine, metadata: MetaData) -> Content:
    with engine.connect() as connection:
        return {
            table.name: sorted(
                (dict(row) for row in connection.execute(select(table)).mappings()), key=repr
            )
            for table in metadata.sorted_tables
        }
