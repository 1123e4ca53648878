"""The public site from the command line."""

import sys

import click

from signalering.config import instance_folder
from signalering.services.public.site import faults as faults_of


@click.group()
def site() -> None:
    """The public site's texts."""


@site.command()
def check() -> None:
    """Say what is wrong with the installation's own files: file, line, and why."""
    faults = faults_of(instance_folder())
    for fault in faults:
        click.echo(fault)
    if faults:
        sys.exit(1)
    click.echo("The site's texts are in order.")
