"""Invite a colleague from the command line."""

import click

from signalering.cli.house import check, opened
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.states import Hat
from signalering.services.accounts.invite import invite as take_in
from signalering.services.accounts.invite import new_link_token
from signalering.services.work import open_work


@click.command()
@click.argument("email")
@click.option("--name", required=True, help="How colleagues know this person.")
@click.option(
    "--hat", "hats", multiple=True, required=True, type=click.Choice([str(hat) for hat in Hat])
)
@click.option("--partner", help="The organisation, by its name; frontline workers need one.")
@click.option("--language", default="nl", type=click.Choice(["nl", "en"]))
def invite(
    email: str, name: str, hats: tuple[str, ...], partner: str | None, language: str
) -> None:
    """Make an account, mail its one-time link and print one too."""
    command = Invite(email, name, frozenset(Hat(hat) for hat in hats), partner, language)
    with opened() as house:
        check(house)
        with open_work(house, writes=True) as work:
            account = take_in(work, command)
            token = new_link_token(work, account.id)
            work.commit()
        address = f"{house.settings.public_url.rstrip('/')}/activate/{token}"
    click.echo(f"Account: {email}")
    click.echo(f"Link:    {address}")
    click.echo("It works once, for 72 hours. Hand it to this colleague alone.")
