"""A town on PostgreSQL whose databases were prepared: as its owner, its application, its reader."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from kit.moves import at, stamp
from kit.town import Town, new_house, settle
from signalering.models import schema
from signalering.models.database import open_engine
from signalering.models.prepare import prepare
from signalering.models.rights import refresh
from signalering.models.roles import Roles
from signalering.models.tables import METADATA

NAMES = ("", "keystore")


@dataclass
class Prepared:
    """Two databases, their roles, and what prepare() said."""

    folder: Path
    urls: list[str]
    # Roles stand in the whole server: each installation of a test has names of its own.
    roles: Roles = field(default_factory=lambda: Roles(f"s{uuid4().hex[:12]}"))
    said: list[str] = field(default_factory=list)
    open: list[Engine] = field(default_factory=list)

    def engines(self, role: str = "") -> dict[str, Engine]:
        """Logged in as this role; without one, as the server's superuser."""
        made = {}
        for name, url in zip(NAMES, self.urls, strict=True):
            known = make_url(url)
            mine = known.set(username=role) if role else known
            made[name] = open_engine(mine.render_as_string(hide_password=False))
        self.open += made.values()
        return made

    def prepare(self, passwords: dict[str, str] | None = None, admin: str = "") -> list[str]:
        """Make or mend the roles; gives what was said."""
        said: list[str] = []
        prepare(self.engines(admin), self.roles, passwords or {}, said.append)
        self.said += said
        return said

    def upgrade(self, role: str = "") -> None:
        """Bring both to the newest version."""
        made = self.engines(role)
        schema.upgrade(made[""], made["keystore"])

    def made(self, role: str = "") -> None:
        """The same tables in less time, from the models."""
        for name, engine in self.engines(role).items():
            METADATA[name].create_all(engine)
            stamp(engine)
            refresh(engine, name)

    def settled(self, role: str = "") -> Town:
        """People move in."""
        made = self.engines(role)
        return settle(new_house(self.folder, made[""], made["keystore"]))

    def as_role(self, town: Town, role: str) -> Town:
        """The same town, by somebody who logs in with this role."""
        made = self.engines(role)
        return at(town, self.folder, made[""], made["keystore"])


@contextmanager
def unprepared(folder: Path, urls: list[str]) -> Iterator[Prepared]:
    """Two empty databases; connections end with it."""
    made = Prepared(folder, urls)
    try:
        yield made
    finally:
        for engine in made.open:
            engine.dispose()
