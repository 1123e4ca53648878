"""Statistics from the command line."""

import json
from dataclasses import asdict

import click

from signalering.cli.house import check, opened
from signalering.domain.views.statistics.attack import Attacked
from signalering.privacy.disclosure.plan_words import in_words
from signalering.services.statistics.attack import MOST_SIGNALS, Method
from signalering.services.statistics.attack import attack as attack_figures
from signalering.services.statistics.plan import foreseen
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


@statistics.command()
@click.option("--method", required=True, type=click.Choice([str(method) for method in Method]))
@click.option("--seed", default=1, show_default=True, type=click.IntRange(min=0))
@click.option(
    "--signals", default=100, show_default=True, type=click.IntRange(min=1, max=MOST_SIGNALS)
)
@click.option("--json", "as_json", is_flag=True, help="Write the result as one JSON object.")
def attack(method: str, seed: int, signals: int, *, as_json: bool) -> None:
    """Attack the figures of a made-up year, published by a method, and say what was found.

    Asks no database. The seed decides the signals and the keys; SIGNALS come in the year.
    """

    def progress(step: str) -> None:
        click.echo(f"{step} ...", err=True)

    found = attack_figures(Method(method), seed, signals, progress)
    if as_json:
        click.echo(json.dumps(asdict(found) | {"held": found.held}))
        return
    for line in _told(found):
        click.echo(line)


@statistics.command()
def plan() -> None:
    """Say which tables of this year come out at which period, and why. Changes nothing."""
    with opened() as house:
        check(house)
        year = house.clock.today().year
        with open_work(house, writes=False) as work:
            found, fixed = foreseen(work, year)
    click.echo(f"{year}: {'the plan is fixed.' if fixed else 'no plan is fixed yet; as of today:'}")
    for line in in_words(found):
        click.echo(line)


def _told(found: Attacked) -> list[str]:
    lines = [f"{found.signals} made-up signals in a year, seed {found.seed}; {found.method}.", ""]
    for period, tables in found.published:
        lines.append(f"{period:8}total{''.join(f', {table}' for table in tables)}")
    lines += [
        "",
        f"{found.cells} cells are published; {found.hidden} of them don't show their own count.",
        "",
        f"{'attacker':12}{'claims':>8}{'right':>8}",
    ]
    lines += [f"{each.name:12}{each.claims:8}{each.right:8}" for each in found.attackers]
    return [*lines, "", _verdict(found)]


def _verdict(found: Attacked) -> str:
    if found.held:
        return f"The method {found.method} held here: no attacker is right about any cell."
    return f"The method {found.method} broke: an attacker knows counts that it hides."
