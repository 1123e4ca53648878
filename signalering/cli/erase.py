"""Erase a case before its time, as a resident may ask."""

import click

from signalering.cli.house import check, opened
from signalering.cli.people import unlocked
from signalering.domain.states import Hat
from signalering.services.retention.erase_case import erase_case
from signalering.services.retention.scrub import scrub


@click.command()
@click.option("--case", "reference", required=True, help="The reference on the case, XXXX-XXXX.")
@click.option("--by", "email", required=True, help="The coordinator's address.")
def erase(reference: str, email: str) -> None:
    """Erase one case for good and print the vernietigingsverklaring."""
    with opened() as house:
        check(house)
        # Asked before anything is opened: nobody else can write while that transaction waits.
        typed = click.prompt(f"Nothing brings {reference} back. Type the reference again", err=True)
        if typed.strip().upper() != reference.strip().upper():
            raise click.ClickException("That is another reference. Nothing was changed.")
        try:
            with unlocked(house, email, Hat.COORDINATOR) as work:
                declaration = erase_case(work, reference)
                work.commit()
        finally:
            # Also when it was done before, and broken off here.
            if not scrub(house):
                click.echo("A reader was busy: the log is emptied with the next erasure.", err=True)
    for line in declaration.lines:
        click.echo(line)
