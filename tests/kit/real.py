"""A real installation in real processes: files, a server of its own, and people who visit it."""

import base64
import os
import re
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from http.cookiejar import Cookie, CookieJar
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import update

from kit.browser_like import TOKEN, morning_cookie
from kit.databases import NAMES
from kit.dump import files_under
from kit.talk import COMMAND, PATIENCE, environment, free_port, wait_until_served
from kit.town import PASSPHRASE, Town, fixed_secret, new_house, settle
from signalering.models import schema
from signalering.models.database import open_engine
from signalering.models.training.certificate import Certificate
from signalering.services.directory.load import load
from signalering.services.keys.marks import write_marks


@dataclass
class Answer:
    """What came back, after any redirect."""

    status: int
    path: str
    text: str


@dataclass
class Installation:
    """Where everything of it lies: databases, temporary files, what the server said."""

    town: Town
    folder: Path
    address: str
    server: subprocess.Popen[bytes]

    @property
    def log(self) -> Path:
        """Both outputs of the server."""
        return self.folder / "server.log"

    def workers(self) -> set[int]:
        """The server's processes that answer."""
        pid = self.server.pid
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        return {int(one) for one in told.split()}

    @contextmanager
    def second_node(self) -> Iterator["Installation"]:
        """Another server before the same databases, at a port of its own."""
        with run_in(self.folder, "second.log") as (address, server):
            yield replace(self, address=address, server=server)

    def files(self) -> dict[Path, bytes]:
        """Everything that lies there."""
        # Closing a file that SQLite has open in this process lets go of its locks: ours end first.
        self.town.house.data.dispose()
        self.town.house.keystore.dispose()
        return files_under(self.folder)

    def stop(self) -> int:
        """As a service manager does; gives the exit code."""
        self.server.terminate()
        return self.server.wait(PATIENCE)


@contextmanager
def installed(folder: Path, urls: Sequence[str] = ()) -> Iterator[Installation]:
    """The kit's town in databases that were migrated, served by the program's own command.

    They are two files in `folder`, or those of `urls` (data, keystore), which are empty.
    """
    instance, temporary = folder / "instance", folder / "temporary"
    temporary.mkdir(parents=True)
    instance.mkdir(mode=0o700)
    town = _town(instance, urls)
    _write_settings(instance, "http://localhost:8000", urls)
    try:
        with run_in(folder, "server.log") as (address, server):
            yield Installation(town, folder, address, server)
    finally:
        town.house.data.dispose()
        town.house.keystore.dispose()


@contextmanager
def run_in(folder: Path, log: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Serve the installation that is `instance` in this folder, until the block ends.

    Gives its address, and the server. Beside it lies `temporary`, for the server's files.
    """
    port = free_port()
    address = f"http://localhost:{port}"
    with (folder / log).open("wb") as output:
        server = subprocess.Popen(
            [*COMMAND, "run", "--port", str(port)],
            stdout=output,
            stderr=output,
            env=environment(
                folder / "instance",
                TMPDIR=str(folder / "temporary"),
                SIGNALERING_PUBLIC_URL=address,
            ),
        )
    try:
        wait_until_served(port)
        yield address, server
    finally:
        if server.poll() is None:
            server.kill()
        server.wait()


@contextmanager
def unserved(instance: Path) -> Iterator[Town]:
    """The same installation without its server: for commands that work beside it."""
    instance.mkdir(mode=0o700)
    town = _town(instance)
    _write_settings(instance, "http://localhost:8000")
    try:
        yield town
    finally:
        town.house.data.dispose()
        town.house.keystore.dispose()


@cache
def _migrated() -> tuple[bytes, ...]:
    """What the migrations make of empty files: once a process, as they take half a second."""
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{name}.sqlite" for name in NAMES]
        engines = [open_engine(f"sqlite:///{file}") for file in files]
        schema.upgrade(*engines)
        for engine in engines:
            engine.dispose()
        return tuple(file.read_bytes() for file in files)


def _files(instance: Path) -> list[str]:
    files = [instance / f"{name}.sqlite" for name in NAMES]
    for file, held in zip(files, _migrated(), strict=True):
        file.write_bytes(held)
    return [f"sqlite:///{file}" for file in files]


def _town(instance: Path, urls: Sequence[str] = ()) -> Town:
    engines = [open_engine(url) for url in urls or _files(instance)]
    if urls:
        schema.upgrade(*engines)
    town = settle(new_house(instance, *engines))
    town.clock.move_to(town.clock.now().fromtimestamp(time.time(), town.clock.now().tzinfo))
    with town.committed() as work:
        write_marks(work)
        load(work)
        # The server has the world's own clock.
        work.data.execute(
            update(Certificate).values(
                valid_until=town.clock.today().replace(year=town.clock.today().year + 1, day=1)
            )
        )
    return town


def _write_settings(instance: Path, url: str, databases: Sequence[str] = ()) -> None:
    values = {"INSTALLATION_NAME": "Gemeente Proefdorp", "PUBLIC_URL": url} | {
        f"{name}_KEY".upper(): base64.b64encode(fixed_secret(name)).decode()
        for name in ("secret", "figures", "lookup")
    }
    values |= dict(zip(("DATABASE_URL", "KEYSTORE_URL"), databases, strict=False))
    text = "".join(f"{name}={value}\n" for name, value in values.items())
    descriptor = os.open(instance / "settings.env", os.O_WRONLY | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)


class Person:
    """Somebody at a browser that keeps cookies and follows redirects."""

    def __init__(self, site: Installation) -> None:
        self._site = site
        self._jar = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))

    def get(self, path: str, status: int = 200) -> Answer:
        """Open a page."""
        return self._open(path, None, status)

    def post(self, path: str, status: int = 200, csrf: str = "", **fields: Any) -> Answer:
        """Send a form with a token of now, or with another."""
        known = csrf or self.token()
        body = urllib.parse.urlencode({"csrf_token": known, **fields}, doseq=True)
        return self._open(path, body.encode(), status)

    def cookies(self) -> list[Cookie]:
        """Those that the browser holds."""
        return list(self._jar)

    def log_in(self, key: str, **fields: str) -> Answer:
        """As this person of the town."""
        email = self._site.town.people[key].email
        self._jar.set_cookie(_cookie("browser", morning_cookie(self._site.town, key)))
        return self.post("/log-in", email=email, passphrase=PASSPHRASE, **fields)

    def token(self) -> str:
        """A token of now."""
        pages = (self.get(path).text for path in ("/help", "/log-in"))
        found = next(filter(None, map(TOKEN.search, pages)), None)
        assert found is not None
        return found[1]

    def _open(self, path: str, body: bytes | None, status: int) -> Answer:
        try:
            with self._opener.open(self._site.address + path, body, PATIENCE) as answer:
                given = Answer(answer.status, urllib.parse.urlsplit(answer.url).path, _text(answer))
        except urllib.error.HTTPError as refusal:
            with refusal:
                given = Answer(refusal.code, path, _text(refusal))
        assert given.status == status, (path, given.status, _plain(given.text))
        return given


def _cookie(name: str, value: str) -> Cookie:
    where: dict[str, Any] = {"domain": "localhost.local", "path": "/", "port": None}
    said = dict.fromkeys(("domain_specified", "domain_initial_dot", "port_specified"), False)
    return Cookie(
        0,
        name,
        value,
        **where,
        **said,
        path_specified=True,
        secure=False,
        expires=None,
        discard=True,
        comment=None,
        comment_url=None,
        rest={},
    )


def _text(answer: Any) -> str:
    text: str = answer.read().decode()
    return text


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))[:1500]
