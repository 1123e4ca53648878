"""What is kept too long: look, and erase."""

import click

from signalering.cli.house import check, opened
from signalering.domain.retention import RunWay
from signalering.domain.views.retention.run import DryRun
from signalering.services.retention.notice import give_notice
from signalering.services.retention.preview import preview as dry_run
from signalering.services.retention.run import run as service
from signalering.services.work import House, open_work


@click.group()
def retention() -> None:
    """How long things are kept. Nothing goes that was not noticed two weeks before."""


@retention.command()
def preview() -> None:
    """Say what could be erased now, and how much waits for its two weeks."""
    with opened() as house:
        check(house)
        _show(_dry(house))


@retention.command()
@click.option("--dry-run", "dry", is_flag=True, help="Only say what would be erased.")
@click.option("--yes", is_flag=True, help="Ask nothing: for a timer.")
def run(*, dry: bool, yes: bool) -> None:
    """Give notice of what falls due, and erase what is due and was noticed.

    Killed half-way, run it again: it goes on where it was.
    """
    with opened() as house:
        check(house)
        if dry:
            _show(_dry(house))
            return
        with open_work(house, writes=True) as work:
            given = give_notice(work)
            work.commit()
        click.echo(f"New notices: {given}.")
        found = _dry(house)
        _show(found)
        if found.total and not yes:
            name = house.settings.installation_name
            typed = click.prompt(f"Nothing brings it back. Type the name {name!r}", err=True)
            if typed != name:
                raise click.ClickException("That is another name. Nothing was erased.")
        for run_id in service(house, RunWay.COMMAND):
            click.echo(f"Done. The vernietigingsverklaring is {run_id}.")


def _dry(house: House) -> DryRun:
    with open_work(house, writes=False) as work:
        return dry_run(work)


def _show(found: DryRun) -> None:
    for one in found.ready:
        click.echo(f"{one.kind}: {one.count}, the longest since {one.since.isoformat()}")
    click.echo(f"To be erased: {found.total}. Noticed and waiting: {found.waiting}.")
