"""The `signalering` command, one file per group."""

import os
import sys

import click

from signalering.cli import audit, database, invite, partner, run, setup, statistics, training
from signalering.config import SettingsError
from signalering.domain.errors import DomainError
from signalering.domain.texts import text_of


@click.group()
@click.version_option(package_name="signalering")
def commands() -> None:
    """Signalering: signals of loneliness, sealed follow-up, safe figures."""


for command in (
    audit.audit,
    database.database,
    invite.invite,
    partner.partner,
    run.run,
    setup.setup,
    statistics.statistics,
    training.training,
):
    commands.add_command(command)


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
