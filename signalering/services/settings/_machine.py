"""The machine: version, databases, disk, the log-in service."""

import shutil
from collections.abc import Iterator
from importlib.metadata import version
from urllib.parse import urlsplit

from sqlalchemy import Engine, text

from signalering.domain.state_texts import Check
from signalering.domain.views.settings.state import StateLine
from signalering.models.roles import is_postgres, too_wide
from signalering.models.schema import newest_revision, revision_of
from signalering.services.public.site import check
from signalering.services.work import Work

MEGA, GIGA = 1024**2, 1024**3
# Of the whole disk, in percent, and in bytes: whichever comes first.
LOW, FULL = (10, 2 * GIGA), (3, GIGA // 2)
_SIZES = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT pg_database_size(current_database())",
}
_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def fits(work: Work) -> bool:
    """Whether both databases are of this version of the program."""
    return _version(work).code == "version_fits"


def machine(work: Work) -> Iterator[StateLine]:
    """What stands by itself, whoever works with it, and whatever version the databases are of."""
    yield _version(work)
    yield StateLine(Check.DATA, "database", _database(work.house.data))
    yield StateLine(Check.KEYSTORE, "database", _database(work.house.keystore))
    yield StateLine(Check.ROLE, _role(work))
    yield _disk(work)


def sign_on(work: Work) -> Iterator[StateLine]:
    """Whether the organisation's own log-in serves."""
    issuer = work.settings.oidc_issuer
    if issuer:
        host = urlsplit(issuer).hostname or ""
        yield StateLine(Check.SIGN_ON, "sign_on_set", {"host": host})
    else:
        yield StateLine(Check.SIGN_ON, "sign_on_unset")


def site_texts(work: Work) -> Iterator[StateLine]:
    """Whether the files with the coalition's own texts can be read."""
    faults = check(work.settings.instance)
    if faults:
        yield StateLine(Check.SITE, "site_faulty", {"count": len(faults)})
    else:
        yield StateLine(Check.SITE, "site_sound")


def _version(work: Work) -> StateLine:
    wanted = newest_revision()
    found = []
    for engine in (work.house.data, work.house.keystore):
        with engine.connect() as connection:
            found.append(revision_of(connection))
    said = {"version": version("signalering"), "revision": wanted}
    if found == [wanted, wanted]:
        return StateLine(Check.VERSION, "version_fits", said)
    said |= {"data": found[0], "keystore": found[1]}
    return StateLine(Check.VERSION, "version_differs", said)


def _database(engine: Engine) -> dict[str, str | int]:
    with engine.connect() as connection:
        size = connection.scalar(text(_SIZES[engine.dialect.name])) or 0
    return {"engine": _NAMES[engine.dialect.name], "size": -(-int(size) // MEGA)}


def _role(work: Work) -> str:
    engines = (work.house.data, work.house.keystore)
    if not any(map(is_postgres, engines)):
        return "role_none"
    return "role_wide" if any(map(too_wide, engines)) else "role_narrow"


def _disk(work: Work) -> StateLine:
    usage = shutil.disk_usage(work.settings.instance)
    said = {"free": usage.free // GIGA, "total": usage.total // GIGA}
    code = disk_code(usage.free, usage.total)
    return StateLine(Check.DISK, code, said)


def disk_code(free: int, total: int) -> str:
    """How much room is enough, in bytes."""
    for (percent, least), code in ((FULL, "disk_full"), (LOW, "disk_low")):
        if free < least or free * 100 < percent * total:
            return code
    return "disk_roomy"
