"""Record training from the command line."""

import sys
from datetime import datetime

import click

from signalering.cli.house import check as check_house
from signalering.cli.house import opened
from signalering.cli.people import account_of, partner_of
from signalering.config import instance_folder
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.lifecycles import TrainingWay
from signalering.services.training import content
from signalering.services.training.record import record_training
from signalering.services.work import open_work


@click.group()
def training() -> None:
    """Training of those who log signals."""


@training.command()
def check() -> None:
    """Say what is wrong with the course's files: file, line, and why."""
    faults = content.faults(instance_folder())
    for fault in faults:
        click.echo(fault)
    if faults:
        sys.exit(1)
    click.echo("The course is in order.")


@training.command()
@click.argument("email")
@click.option("--on", "day", required=True, type=click.DateTime(["%Y-%m-%d"]))
@click.option("--trainer", required=True)
@click.option("--way", default="classroom", type=click.Choice([str(way) for way in TrainingWay]))
@click.option("--partner", help="For whose people it was, by name; none was open to all.")
def record(email: str, day: datetime, trainer: str, way: str, partner: str | None) -> None:
    """Record somebody's training: valid for 24 months from its month."""
    with opened() as house:
        check_house(house)
        with open_work(house, writes=True) as work:
            training = RecordTraining(
                account_id=account_of(work, email),
                way=TrainingWay(way),
                trainer=trainer,
                trained_in=day.date(),
                partner_id=partner_of(work, partner) if partner else None,
            )
            record_training(work, training)
            work.commit()
    click.echo(f"Training of {email} is recorded.")
