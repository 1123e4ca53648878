"""Partner organisations from the command line."""

from datetime import datetime

import click

from signalering.cli.house import check, opened
from signalering.domain.commands.partners.add import AddPartner
from signalering.domain.vocabularies import vocabulary
from signalering.services.partners.add import add as add_partner
from signalering.services.work import open_work


@click.group()
def partner() -> None:
    """Organisations of the coalition."""


@partner.command()
@click.argument("name")
@click.option(
    "--domain", required=True, type=click.Choice(list(vocabulary("partner_domains").codes))
)
@click.option("--agreed-on", required=True, type=click.DateTime(["%Y-%m-%d"]))
@click.option("--agreement", default="1", help="Version of the agreement.")
def add(name: str, domain: str, agreed_on: datetime, agreement: str) -> None:
    """Add an organisation with its agreement; its workers can then be invited."""
    with opened() as house:
        check(house)
        with open_work(house, writes=True) as work:
            add_partner(work, AddPartner(name, domain, agreed_on.date(), agreement))
            work.commit()
    click.echo(f"{name} is a partner now.")
