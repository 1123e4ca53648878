"""Databases: bring both to the newest version; make the roles that PostgreSQL is used by."""

import sys
from pathlib import Path

import click
from alembic.util import CommandError
from sqlalchemy.exc import ProgrammingError

from signalering.cli.house import check_move, opened
from signalering.config import database_urls, read_private
from signalering.models import schema
from signalering.models.database import open_engine
from signalering.models.prepare import CannotPrepare
from signalering.models.prepare import prepare as make_roles
from signalering.models.roles import Roles

PASSWORDS = ("OWNER_PASSWORD", "APPLICATION_PASSWORD", "BACKUP_PASSWORD")
SHORTEST = 16
# insufficient_privilege: PostgreSQL's appendix A.
NOT_ALLOWED = "42501"


@click.group()
def database() -> None:
    """The data and the keystore."""


@database.command()
def upgrade() -> None:
    """Bring both databases to the newest version. On PostgreSQL: as their owner."""
    with opened() as house:
        check_move(house)
        try:
            schema.upgrade(house.data, house.keystore)
        except CommandError:
            # They stand at a migration that this program doesn't have.
            raise click.ClickException(
                "These databases are of a newer version than this program. Install the release "
                "that they were upgraded by, or put back what was kept of them before."
            ) from None
        except ProgrammingError as error:
            if getattr(error.orig, "sqlstate", "") != NOT_ALLOWED:
                raise
            raise click.ClickException(
                "This role may not change tables. Give the owner's addresses in the environment: "
                "SIGNALERING_DATABASE_URL and SIGNALERING_KEYSTORE_URL."
            ) from None
    click.echo("Both databases are up to date.")


@database.command()
@click.option("--prefix", default="signalering", show_default=True, help="What names begin with.")
@click.option(
    "--passwords",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    help=f"A file of mode 600, or - for the input, with {', '.join(PASSWORDS)}.",
)
def prepare(prefix: str, passwords: Path | None) -> None:
    """Make the roles owner, application and backup on PostgreSQL, with no more than they need.

    Run it as a superuser, whose addresses stand in the environment; again whenever you like.
    """
    try:
        roles = Roles(prefix)
    except ValueError:
        raise click.UsageError("A prefix is of small letters, digits and _.") from None
    given = _passwords(roles, passwords)
    engines = dict(zip(("keystore", ""), map(open_engine, database_urls()[::-1]), strict=True))
    try:
        make_roles(engines, roles, given, click.echo)
    except CannotPrepare as why:
        raise click.ClickException(str(why)) from None
    finally:
        for engine in engines.values():
            engine.dispose()
    if any(engine.dialect.name == "postgresql" for engine in engines.values()):
        click.echo(_next(roles, given))


def _passwords(roles: Roles, path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    if str(path) == "-":
        pairs = (line.strip().partition("=") for line in sys.stdin)
        values = {name.strip(): value.strip() for name, equals, value in pairs if equals}
    else:
        values = read_private(path)
    if set(values) - set(PASSWORDS):
        raise click.UsageError(f"Only {', '.join(PASSWORDS)} are known.")
    if any(len(value) < SHORTEST for value in values.values()):
        raise click.UsageError(f"A password has at least {SHORTEST} characters.")
    return {
        role: values[name]
        for role, name in zip(roles.all, PASSWORDS, strict=True)
        if name in values
    }


def _next(roles: Roles, given: dict[str, str]) -> str:
    lines = [
        f"In settings.env: DATABASE_URL and KEYSTORE_URL with {roles.application}.",
        f"`database upgrade`, `backup restore`, `setup` and `move`: as {roles.owner}, with the "
        "addresses in the environment.",
        f"`backup create`: as {roles.backup}, the same way.",
    ]
    if without := [role for role in roles.all if role not in given]:
        lines.append(
            f"Without a password here: {', '.join(without)}. Set one with \\password in psql, or "
            "with --passwords, unless pg_hba.conf lets them in by peer or certificate."
        )
    return "\n".join(lines)
