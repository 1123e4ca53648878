"""Invite a colleague from the command line."""

import click

from signalering.cli.house import check, opened
from signalering.cli.people import unlocked
from signalering.domain.commands.accounts.invite import Invite
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.states import Hat
from signalering.services.accounts.invite import invite as take_in
from signalering.services.keys.grant import grant
from signalering.services.keys.set_up import newcomer
from signalering.services.work import open_work

HATS = [str(hat) for hat in Hat]


@click.command()
@click.argument("email")
@click.option("--name", required=True, help="How colleagues know this person.")
@click.option(
    "--hat", "hats", multiple=True, required=True, type=click.Choice([str(hat) for hat in Hat])
)
@click.option("--partner", help="The organisation, by its name; frontline workers need one.")
@click.option("--language", default="nl", type=click.Choice(["nl", "en"]))
@click.option(
    "--granted-by",
    help="A holder's address: coordinators and privacy officers get their key from one.",
)
def invite(
    email: str,
    name: str,
    hats: tuple[str, ...],
    partner: str | None,
    language: str,
    granted_by: str | None,
) -> None:
    """Make an account and print its passphrase, once."""
    command = Invite(email, name, frozenset(Hat(hat) for hat in hats), partner, language)
    groups = {hat: KEY_GROUP_OF_HAT[hat] for hat in command.hats if hat in KEY_GROUP_OF_HAT}
    with opened() as house:
        check(house)
        person, words = newcomer(house.settings, command)
        if granted_by is None or not groups:
            with open_work(house, writes=True) as work:
                take_in(work, *person)
                work.commit()
        else:
            # Nobody holds the hats of both groups, so there is one.
            hat, group = next(iter(groups.items()))
            with unlocked(house, granted_by, hat) as work:
                take_in(work, *person)
                grant(work, group, person[1].account_id)
                work.commit()
    click.echo(f"Account:    {email}")
    click.echo(f"Passphrase: {words}")
    click.echo("Hand it over in person or by phone. It is not shown again.")
    if groups and granted_by is None:
        click.echo("No key yet: this colleague opens no words. Invite with --granted-by HOLDER.")
