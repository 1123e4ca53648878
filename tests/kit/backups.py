"""Backups as a test makes them, loses them to a thief, and puts them back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kit.databases import PostgresTowns
from kit.dump import Loot, Row
from kit.town import Town, new_house
from signalering.config import Settings
from signalering.domain.backups import BackupKind
from signalering.models.database import open_engine
from signalering.models.tables import METADATA
from signalering.services.retention._file import opened
from signalering.services.retention.backup import create
from signalering.services.retention.restore import prepare, restore


def unheard(line: str) -> None:
    """Where progress goes that no test asks about."""
    del line


def backed_up(town: Town, folder: Path) -> dict[BackupKind, Path]:
    """Both files of this moment."""
    keystore, data = create(town.house, folder, unheard)
    return {BackupKind.DATA: data, BackupKind.KEYSTORE: keystore}


def put_back(
    town: Town, *paths: Path, replacing: bool = True, accept_loss: int | None = None
) -> None:
    """Restore these files, committed."""
    plan = prepare(paths, unheard)
    with town.work() as work:
        restore(work, plan, unheard, replace=replacing, accept_loss=accept_loss)
        work.commit()


def loot_of(paths: dict[BackupKind, Path], settings: Settings) -> Loot:
    """The backups as a thief reads them."""
    found: dict[BackupKind, dict[str, list[Row]]] = {}
    for kind, name in ((BackupKind.DATA, ""), (BackupKind.KEYSTORE, "keystore")):
        found[kind] = {table: [] for table in METADATA[name].tables}
        with opened(paths[kind]) as reader:
            for section in reader.sections():
                found[kind][section.table] = list(section.rows)
    return Loot(found[BackupKind.DATA], found[BackupKind.KEYSTORE], settings)


@contextmanager
def ruins(town: Town, folder: Path, postgres: PostgresTowns | None) -> Iterator[Town]:
    """The same people and settings before two empty databases: what a fire leaves."""
    if postgres is None:
        folder.mkdir()
        yield from _ruins(town, folder, [f"sqlite:///{folder / n}.sqlite" for n in ("d", "k")])
    else:
        with postgres.empty() as urls:
            yield from _ruins(town, folder, urls)


def _ruins(town: Town, folder: Path, urls: list[str]) -> Iterator[Town]:
    data, keystore = (open_engine(url) for url in urls)
    METADATA[""].create_all(data)
    METADATA["keystore"].create_all(keystore)
    house = new_house(folder, data, keystore)
    left = replace(town, house=house)
    left.clock.move_to(town.clock.now())
    try:
        yield left
    finally:
        data.dispose()
        keystore.dispose()
