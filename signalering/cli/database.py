"""Databases: bring both to the newest version."""

import click

from signalering.cli.house import opened
from signalering.models import schema


@click.group()
def database() -> None:
    """The data and the keystore."""


@database.command()
def upgrade() -> None:
    """Bring both databases to the newest version."""
    with opened() as house:
        schema.upgrade(house.data, house.keystore)
    click.echo("Both databases are up to date.")
