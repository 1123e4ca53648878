"""Questions about people that more than one command asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import click
from sqlalchemy import select

from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.partners.partner import Partner
from signalering.services.accounts import log_in
from signalering.services.accounts.actors import actor_of
from signalering.services.opened import Opened
from signalering.services.work import House, Work, open_work


@contextmanager
def unlocked(house: House, email: str, hat: Hat) -> Iterator[Work]:
    """A unit of work as somebody who gives the passphrase here. Raises ClickException."""
    passphrase = click.prompt(f"Passphrase of {email}", hide_input=True)
    with open_work(house, writes=False) as work:
        tried = log_in.challenge(work, email)
    keys = log_in.prove(tried, passphrase)
    if not log_in.is_right(tried, keys):
        raise click.ClickException("Address and passphrase don't belong together.")
    with open_work(house, writes=True) as work:
        account = work.data.scalars(select(Account).where(Account.id == tried.account_id)).one()
        if hat not in {row.hat for row in account.hats}:
            raise click.ClickException(f"{email} doesn't have the hat {hat.value}.")
        work.actor = actor_of(work, account, hat)
        work.opened = Opened(account.id, log_in.unwrap(work, account.id, keys))
        yield work


def account_of(work: Work, email: str) -> UUID:
    """The account of an address. Raises ClickException."""
    found = work.data.scalar(select(Account.id).where(Account.email == email.strip().lower()))
    if found is None:
        raise click.ClickException(f"Nobody here has the address {email}.")
    return found


def partner_of(work: Work, name: str) -> UUID:
    """The organisation of a name. Raises ClickException."""
    found = work.data.scalar(select(Partner.id).where(Partner.name == name.strip()))
    if found is None:
        raise click.ClickException(f"No organisation here is called {name}.")
    return found
