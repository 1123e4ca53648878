"""Measures of loneliness from the command line."""

import sys

import click

from signalering.config import instance_folder
from signalering.services.cases.wording import check as check_wording


@click.group()
def measures() -> None:
    """Measures of loneliness."""


@measures.command()
def check() -> None:
    """Say what is wrong with the wording of the scale that the municipality supplies."""
    wording, faults = check_wording(instance_folder())
    for fault in faults:
        click.echo(fault)
    if faults:
        sys.exit(1)
    if wording is None:
        click.echo(
            "There is no measures/djg6.json or djg6.toml: only the direct question is asked."
        )
    else:
        click.echo(f"The six statements are in order. Permission: {wording.permission}")
