"""The command itself. A group is loaded when it is called: the server starts without the others."""

import os
import sys
from importlib import import_module

import click

from signalering.config import SettingsError
from signalering.domain.errors import DomainError
from signalering.domain.texts import text_of

GROUPS = (
    "audit",
    "backup",
    "database",
    "doctor",
    "erase",
    "guard",
    "invite",
    "keys",
    "measures",
    "move",
    "partner",
    "retention",
    "run",
    "setup",
    "site",
    "state",
    "statistics",
    "theme",
    "training",
    "work",
)


class OnDemand(click.Group):
    """Finds a command in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All groups, for the help."""
        del ctx
        return list(GROUPS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a group's module; None for a name that is none."""
        del ctx
        if cmd_name not in GROUPS:
            return None
        command = getattr(import_module(f"signalering.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=OnDemand)
@click.version_option(package_name="signalering")
def commands() -> None:
    """Signalering: signals of loneliness, sealed follow-up, safe figures."""


def main() -> None:
    """Run the command; what a person can mend is said in a line, without a trace."""
    os.umask(0o077)  # databases and settings are the owner's alone
    try:
        commands(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except DomainError as error:
        click.echo(text_of(error.code) % error.params, err=True)
        sys.exit(1)
    except Exception as error:
        if not (why := _unreached(error)):
            raise
        click.echo(f"A database can't be reached: {why}", err=True)
        sys.exit(1)


def _unreached(error: Exception) -> str:
    """What the driver says of a connection that was not made, in a line; else nothing.

    No statement was sent, so it holds nothing of a row; the driver says no password.
    """
    from sqlalchemy.exc import OperationalError  # late: `--help` does without it

    if not isinstance(error, OperationalError) or error.statement is not None:
        return ""
    return str(error.orig).strip().partition("\n")[0]
