"""How the installation fares, in lines; the same as an administrator's page says."""

import sys
from datetime import datetime

import click

from signalering.cli.house import check, check_move, opened
from signalering.domain.clock import AMSTERDAM
from signalering.domain.state_texts import CHECKS, Standing
from signalering.domain.views.settings.state import Said, StateLine
from signalering.services.network.write import translator
from signalering.services.settings.state import fits, state_of
from signalering.services.work import open_work

MARKS = {Standing.GOOD: "good", Standing.LOOK: "LOOK", Standing.ACT: "ACT "}


@click.command()
def state() -> None:
    """Say how everything stands. The exit code is 1 when something can't wait."""
    with opened() as house:
        check_move(house)
        with open_work(house, writes=False) as work:
            fitting = fits(work)
        # Another version is what the first line is about. Of empty databases there are no lines.
        if fitting:
            check(house)
        with open_work(house, writes=False) as work:
            view = state_of(work)
    for line in view.lines:
        click.echo(_told(line))
    if view.of(Standing.ACT):
        sys.exit(1)


def _told(line: StateLine) -> str:
    said = translator("en")
    params = {name: _shown(value) for name, value in line.params.items()}
    text = (
        f"{MARKS[line.text.standing]}  {said(CHECKS[line.check])}: {said(line.text.said) % params}"
    )
    return f"{text} {said(line.text.to_do)}" if line.text.to_do else text


def _shown(value: Said) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone(AMSTERDAM):%Y-%m-%d %H:%M}"
    return str(value)
