"""Look at what may be wrong below the application, where no page of it gets.

Texts are English, as all that the command line says.
"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from signalering.config import Settings, settings_file
from signalering.models.moving import Move, moving
from signalering.models.prepare import OLDEST
from signalering.models.roles import is_postgres, too_wide, version_of
from signalering.models.schema import is_current
from signalering.services.keys.marks import wrong_secrets
from signalering.services.public.theme import faults as theme_faults
from signalering.services.work import House, open_work

SHOWN = 5
# What keeps an acknowledged write through a power cut, and deleted words out of the files.
SQLITE = {"journal_mode": "wal", "synchronous": "2", "secure_delete": "1", "foreign_keys": "1"}
POSTGRES = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
WIDE = {
    "superuser": "the application logs in as a superuser",
    "powers": "the application's role may make roles or databases",
    "owner": "the application's role owns the tables",
    "creates": "the application's role may make tables",
    "trail": "the application's role may change the audit trail",
}


@dataclass(frozen=True)
class Finding:
    """What was looked at, and what is wrong with it; nothing where all is well."""

    what: str
    fault: str = ""


def doctor(house: House) -> Iterator[Finding]:
    """Everything in turn; what depends on a fault that was found is left out."""
    yield Finding("files", _open_to_others(house.settings))
    wrong = theme_faults(house.settings.instance)
    yield Finding("theme", "; ".join(wrong[:SHOWN]))
    sound = True
    for name, engine in (("data", house.data), ("keystore", house.keystore)):
        for finding in _of_database(name, engine):
            sound = sound and not finding.fault
            yield finding
    if sound:
        yield Finding("keystore: is this installation's own", _secrets(house))
    for name, engine in (("data", house.data), ("keystore", house.keystore)):
        if is_postgres(engine) and sound:
            why = too_wide(engine)
            yield Finding(
                f"{name}: rights", f"{WIDE[why]}: run `signalering database prepare`" if why else ""
            )


def _open_to_others(settings: Settings) -> str:
    places = [settings_file(settings.instance), *sorted((settings.instance / "backups").glob("*"))]
    for url in (settings.database_url, settings.keystore_url):
        if url.startswith("sqlite:///"):
            file = Path(url.removeprefix("sqlite:///"))
            places += [file, *sorted(file.parent.glob(f"{file.name}-*"))]
    found = [one for one in places if one.exists() and _is_open(one) and _is_open(one.parent)]
    return f"others may read {', '.join(map(str, found))}: run chmod go= on it" if found else ""


def _is_open(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def _of_database(name: str, engine: Engine) -> Iterator[Finding]:
    """Whether it is there, whole, set as it should be, and at the newest version."""
    try:
        with engine.connect() as connection:
            looked = _postgres if is_postgres(engine) else _sqlite
            for what, fault in looked(connection):
                yield Finding(f"{name}: {what}", fault)
        yield Finding(f"{name}: version", _version(engine))
    except DBAPIError as fault:
        # The fault's own text may quote an address; its kind says enough.
        yield Finding(f"{name}: can be read", type(fault.orig).__name__)


def _sqlite(connection: Connection) -> Iterator[tuple[str, str]]:
    faults = connection.scalars(text(f"PRAGMA integrity_check({SHOWN})")).all()
    yield "integrity", "" if faults == ["ok"] else "; ".join(map(str, faults))
    loose = connection.execute(text("PRAGMA foreign_key_check")).first()
    yield "links", f"a row of {loose[0]} leads to {loose[2]} that isn't there" if loose else ""
    wrong = [
        name
        for name, wanted in SQLITE.items()
        if str(connection.scalar(text(f"PRAGMA {name}"))) != wanted
    ]
    yield "durability", f"not as it should be: {', '.join(wrong)}" if wrong else ""


def _postgres(connection: Connection) -> Iterator[tuple[str, str]]:
    version = version_of(connection)
    yield "server", "" if version >= OLDEST else f"PostgreSQL {version} is too old"
    standby = connection.scalar(text("SELECT pg_is_in_recovery()"))
    yield "writing", "this is a standby: it takes no writes" if standby else ""
    wrong = [
        name
        for name, wanted in POSTGRES.items()
        if connection.scalar(text("SELECT current_setting(:name)"), {"name": name}) != wanted
    ]
    yield "durability", f"off, so a power cut loses writes: {', '.join(wrong)}" if wrong else ""
    loose = connection.scalar(
        text(
            "SELECT count(*) FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace "
            "WHERE n.nspname = 'public' AND NOT c.convalidated"
        )
    )
    broken = connection.scalar(text("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
    yield "constraints", "not all are valid" if loose or broken else ""


def _version(engine: Engine) -> str:
    match moving(engine):
        case Move.HALF:
            return "half a copy: repeat `signalering move`"
        case Move.AWAY:
            return "moved to other databases: settings.env still names the old ones"
        case Move.NONE:
            return (
                "" if is_current(engine) else "not the newest: run `signalering database upgrade`"
            )


def _secrets(house: House) -> str:
    with open_work(house, writes=False) as work:
        wrong = wrong_secrets(work)
    return f"{', '.join(wrong)} in settings.env is another's" if wrong else ""
