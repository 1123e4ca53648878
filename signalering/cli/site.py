"""The public site from the command line."""

import click

from signalering.cli.verdict import verdict
from signalering.config import instance_folder
from signalering.services.public.site import faults as faults_of


@click.group()
def site() -> None:
    """The public site's texts."""


@site.command()
def check() -> None:
    """Say what is wrong with the installation's own files: file, line, and why."""
    verdict(faults_of(instance_folder()), "The site's texts are in order.")
