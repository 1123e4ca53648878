"""Statistics from the command line."""

import json
from dataclasses import asdict
from time import monotonic

import click

from signalering.cli.house import check, listen, opened
from signalering.cli.progress import Progress, Stopped
from signalering.domain.views.statistics.attack import Attacked
from signalering.privacy.disclosure.plan_words import in_words
from signalering.services.statistics.attack import MOST_SIGNALS, Method
from signalering.services.statistics.attack import attack as attack_figures
from signalering.services.statistics.audit import audit as audit_figures
from signalering.services.statistics.plan import foreseen
from signalering.services.statistics.release import release_due
from signalering.services.work import open_work


@click.group()
def statistics() -> None:
    """Figures that nobody can be found in."""


@statistics.command()
@click.option(
    "--time-limit",
    type=click.IntRange(min=0),
    metavar="SECONDS",
    help="Stop after this time; what was checked is kept.",
)
def release(time_limit: int | None) -> None:
    """Audit and release every closed period that is due, once.

    An audit may take minutes. Stopped by the time limit, SIGTERM or Ctrl-C, it goes on another
    time where it was; the exit code is then 75.
    """
    ended = listen()
    until = None if time_limit is None else monotonic() + time_limit

    def stopped() -> bool:
        return ended.is_set() or (until is not None and monotonic() > until)

    with opened() as house:
        check(house)
        with Progress() as progress:
            found = release_due(house, stopped, progress.tell)
    if found.periods:
        click.echo(f"Released: {', '.join(found.periods)}.")
    if found.stopped:
        raise Stopped("Stopped. What was checked is kept, and goes on next time.")
    if not found.periods:
        click.echo("Nothing is due.")


@statistics.command()
@click.argument("period")
def audit(period: str) -> None:
    """Audit the figures of a released PERIOD again ("2026", "2026H1", "2026Q1"), or of one that

    is due. Says of each check whether it passed; the exit code is 1 when one doesn't.
    """

    def tell(rung: str, name: str, passed: bool) -> None:
        click.echo(f"{rung:8}  {'pass' if passed else 'FAIL'}  {name}")

    with opened() as house:
        check(house)
        found = audit_figures(house, period, tell)
    if not found.rungs[-1].checks:
        click.echo("total     needs no audit")
    told = "published" if found.released else "it would be released"
    click.echo(f"{found.period}: {told} on the rung {found.rungs[-1].rung}.")
    if not found.passed:
        raise click.exceptions.ClickException("A check failed.")


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
