"""Statistics from the command line."""

import click

from signalering.cli.house import check, opened
from signalering.services.statistics.release import release_due
from signalering.services.work import open_work


@click.group()
def statistics() -> None:
    """Figures that nobody can be found in."""


@statistics.command()
def release() -> None:
    """Release every closed period that is due, once."""
    with opened() as house:
        check(house)
        with open_work(house, writes=True) as work:
            released = release_due(work)
            work.commit()
    click.echo(f"Released: {', '.join(released)}." if released else "Nothing is due.")
