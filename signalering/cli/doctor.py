"""What may be wrong below the application: files, rights, databases."""

import sys

import click

from signalering.cli.house import opened
from signalering.services.settings.doctor import doctor as look


@click.command()
def doctor() -> None:
    """Look whether databases, files and rights are sound. The exit code is 1 when one is not.

    It reads all of a SQLite database, which may take a while; the application may go on.
    """
    faulty = False
    with opened() as house:
        for finding in look(house):
            click.echo(f"{'BAD ' if finding.fault else 'good'}  {finding.what}", nl=False)
            click.echo(f": {finding.fault}" if finding.fault else "")
            faulty = faulty or bool(finding.fault)
    if faulty:
        sys.exit(1)
