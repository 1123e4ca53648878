"""Record training from the command line."""

from datetime import datetime

import click

from signalering.cli.house import check, opened
from signalering.cli.people import account_of
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.lifecycles import TrainingWay
from signalering.services.training.record import record_training
from signalering.services.work import open_work


@click.group()
def training() -> None:
    """Training of those who log signals."""


@training.command()
@click.argument("email")
@click.option("--on", "day", required=True, type=click.DateTime(["%Y-%m-%d"]))
@click.option("--trainer", required=True)
@click.option("--way", default="classroom", type=click.Choice([str(way) for way in TrainingWay]))
def record(email: str, day: datetime, trainer: str, way: str) -> None:
    """Record somebody's training: valid for 24 months from its month."""
    with opened() as house:
        check(house)
        with open_work(house, writes=True) as work:
            account_id = account_of(work, email)
            record_training(work, RecordTraining(account_id, TrainingWay(way), trainer, day.date()))
            work.commit()
    click.echo(f"Training of {email} is recorded.")
