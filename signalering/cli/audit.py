"""The audit chain from the command line; no key is needed."""

import sys

import click

from signalering.cli.house import note, opened
from signalering.domain.upkeep_names import Marked
from signalering.services.audit.verify import head as chain_head
from signalering.services.audit.verify import verify as verify_chain
from signalering.services.work import open_work


@click.group()
def audit() -> None:
    """The sealed, chained audit trail."""


@audit.command()
@click.option("--head", "kept", default="", help="A head kept elsewhere: a cut-off tail shows.")
def verify(kept: str) -> None:
    """Check the whole chain; says what is wrong and where."""
    with opened() as house, open_work(house, writes=False) as work:
        verdict = verify_chain(work, kept)
        note(house, Marked.CHAIN_CHECKED, well=verdict.whole)
    for fault in verdict.faults:
        click.echo(f"{fault.kind}: segment {fault.segment}, entry {fault.number}", err=True)
    if verdict.faults:
        sys.exit(1)
    click.echo(f"{verdict.entries} entries in {verdict.segments} segments: the chain holds.")


@audit.command()
def head() -> None:
    """Print the head of the chain, to be kept elsewhere."""
    with opened() as house, open_work(house, writes=False) as work:
        click.echo(chain_head(work))
