"""Move an installation to other databases."""

import click
from sqlalchemy import URL
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from signalering.cli.house import check_secrets, opened
from signalering.cli.progress import Rows
from signalering.models.database import open_engine
from signalering.models.moving import Move, moving
from signalering.models.schema import is_current
from signalering.services.audit.writer import AuditWriter
from signalering.services.retention import move as service
from signalering.services.retention._alone import InUse
from signalering.services.retention._copying import Refused
from signalering.services.work import House

AGAIN = "Nothing was lost: repeat the same command."


def _address(ctx: click.Context, param: click.Parameter, value: str | None) -> URL | None:
    """A password on the command line is in everybody's list of processes."""
    if value is None:
        return None
    try:
        url = make_url(value)
    except ArgumentError:
        raise click.BadParameter("That is no address of a database.") from None
    given = ctx.get_parameter_source(param.name or "")
    if url.password and given is click.core.ParameterSource.COMMANDLINE:
        raise click.BadParameter(
            f"No password on the command line: put the address in {param.envvar}, or the "
            "password in the file that PGPASSFILE names."
        )
    return url


@click.command()
@click.option("--to", "data", envvar="SIGNALERING_MOVE_TO", callback=_address, show_envvar=True)
@click.option(
    "--keystore-to",
    "keystore",
    envvar="SIGNALERING_MOVE_KEYSTORE_TO",
    callback=_address,
    show_envvar=True,
)
@click.option("--reopen", is_flag=True, help="Work on with what a move left behind.")
def move(data: URL | None, keystore: URL | None, *, reopen: bool) -> None:
    """Copy all to two other databases, compare every row, and leave the old ones.

    Stop the application and the work loop first. On PostgreSQL: as the owner. Broken off, it can
    be repeated.
    """
    if reopen:
        _reopen()
        return
    if data is None or keystore is None:
        raise click.UsageError("Both --to and --keystore-to are needed.")
    if data == keystore:
        raise click.UsageError("Data and keystore are two databases.")
    with opened() as house:
        _check(house)
        engines = [open_engine(_whole(url)) for url in (data, keystore)]
        target = House(engines[0], engines[1], house.settings, house.clock, AuditWriter())
        try:
            moved = _move(house, target)
        finally:
            for engine in engines:
                engine.dispose()
    click.echo(f"Moved: {moved.rows} rows of {len(moved.tables)} tables, every one compared.")
    if moved.chain_faults:
        click.echo(
            f"The audit trail has {moved.chain_faults} faults, as it had before: "
            "see `signalering audit verify`."
        )
    else:
        click.echo(f"The audit trail is whole: {moved.entries} entries.")
    _next(data, keystore)


def _check(house: House) -> None:
    for engine in (house.data, house.keystore):
        found = moving(engine)
        if found is Move.HALF or (found is Move.NONE and not is_current(engine)):
            raise click.ClickException(
                "What settings.env names is no whole installation of this version. Run "
                "`signalering database upgrade` first."
            )
    check_secrets(house)


def _move(house: House, target: House) -> service.Moved:
    try:
        with Rows() as rows:
            return service.move(house, target, rows.tell)
    except InUse:
        raise click.ClickException(
            "Something has the databases open. Stop the application, the work loop and whatever "
            "else looks into them, and try again. Nothing was changed."
        ) from None
    except service.Occupied:
        raise click.ClickException(
            "The target holds another installation, or one that is in use, or half a copy by "
            "another version. Nothing of it was changed. Give two empty databases."
        ) from None
    except service.Differs as found:
        raise click.ClickException(
            f"The copy differs: {found.params['table']} has {found.params['here']} rows, where "
            f"{found.params['there']} were read, or other ones. It stays half, and no program "
            f"starts on it. {AGAIN}"
        ) from None
    except Refused as found:
        raise click.ClickException(
            f"The other database refuses a row of {found.params['table']}: it is longer or larger "
            "than its column. Nothing was changed here."
        ) from None
    except OperationalError as fault:
        kind = type(fault.orig).__name__
        raise click.ClickException(
            f"A database was not reached, or broke off ({kind}). {AGAIN}"
        ) from None


def _reopen() -> None:
    with opened() as house:
        if Move.AWAY not in (moving(house.data), moving(house.keystore)):
            raise click.ClickException("This installation was not moved.")
        name = house.settings.installation_name
        typed = click.prompt(f"What was done on the other side isn't here. Type the name {name!r}")
        if typed != name:
            raise click.ClickException("That is another name. Nothing was changed.")
        service.reopen(house)
    click.echo("This installation works on here. Don't start the other one.")


def _whole(url: URL) -> str:
    return url.render_as_string(hide_password=False)


def _next(data: URL, keystore: URL) -> None:
    click.echo("\nIn settings.env, before you start it again:\n")
    click.echo(f"DATABASE_URL={data.render_as_string()}")
    click.echo(f"KEYSTORE_URL={keystore.render_as_string()}")
    if data.get_backend_name() == "postgresql":
        click.echo(
            "\nwith the application's role in place of the owner's: `signalering database prepare`."
        )
    click.echo(
        "\nThe old databases start no more. Once a backup of the new ones was made and checked, "
        "destroy them: what is erased from now on still stands there."
    )
