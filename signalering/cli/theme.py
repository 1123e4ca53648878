"""A municipality's own look, from the command line."""

from pathlib import Path

import click

from signalering.cli.verdict import verdict
from signalering.config import instance_folder
from signalering.services.public.theme import faults as faults_of
from signalering.services.public.theme import taken

A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def theme() -> None:
    """The stylesheet and the logo in the instance's folder."""


@theme.command()
def check() -> None:
    """Say what is wrong with the files, and which colours can't be read on each other."""
    verdict(faults_of(instance_folder()), "Theme and logo are in order.")


@theme.command()
@click.argument("light", type=A_FILE)
@click.option("--dark", type=A_FILE, help="Its dark half, where it has one.")
def take(light: Path, dark: Path | None) -> None:
    """Cut a theme of NL Design System (its theme.css) down to what is used here.

    It is written out: send it to instance/theme.css.
    """
    click.echo(taken(_text(light), _text(dark) if dark else ""), nl=False)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise click.ClickException(f"{path} is no text in UTF-8.") from None
