"""The recovery key on paper: made, printed, asked back."""

import click

from signalering.vault.kinds import RecoverySecret
from signalering.vault.shares import (
    BadShares,
    join,
    new_recovery_secret,
    recovery_public_key,
    split,
)


def recovery_ceremony() -> bytes:
    """Two of three shares bring everything back; two are asked back before it goes on."""
    secret = new_recovery_secret()
    click.echo("\nThree recovery shares. Print each, keep them in three places.\n")
    for number, share in enumerate(split(secret), start=1):
        click.echo(f"Share {number}:\n{share}\n")
    while True:
        given = [click.prompt(f"Type share {which} back") for which in ("one", "two")]
        try:
            if join(given) == secret:
                return recovery_public_key(secret)
        except BadShares as error:
            click.echo(f"That did not work: {error}", err=True)
            continue
        click.echo("Those shares are of another set. Try again.", err=True)


def asked_back() -> RecoverySecret:
    """The recovery secret from two shares, typed where they can be read: 33 words each."""
    while True:
        given = [click.prompt(f"Type share {which}") for which in ("one", "two")]
        try:
            return join(given)
        except BadShares as error:
            click.echo(f"That did not work: {error}", err=True)
