"""What a check of the installation's own files found."""

import sys
from collections.abc import Sequence

import click


def verdict(faults: Sequence[str], otherwise: str) -> None:
    """A line for each fault and an exit code that tells; without any, that all is well."""
    for fault in faults:
        click.echo(fault)
    if faults:
        sys.exit(1)
    click.echo(otherwise)
