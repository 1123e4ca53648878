"""How far something long is: a bar on a terminal, lines elsewhere."""

import sys
from contextlib import ExitStack
from typing import IO, Any

import click

from signalering.services.retention._copying import Step as Copied
from signalering.services.statistics.release import Step

# "Temporary failure, try again": sysexits.h.
GOES_ON_NEXT_TIME = 75


class Stopped(click.ClickException):
    """Stopped before the end; what was done is kept."""

    exit_code = GOES_ON_NEXT_TIME

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it; it is no error."""
        click.echo(self.message, file=file, err=file is None)


class Progress:
    """Tells of one audit after another."""

    def __init__(self) -> None:
        self._bars = ExitStack()
        self._audit: tuple[str, str] | None = None
        self._bar: Any = None

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *told: object) -> None:
        self._bars.close()

    def tell(self, step: Step) -> None:
        """So many of its checks are done."""
        label = f"{step.period} {step.rung}"
        if not sys.stdout.isatty():
            click.echo(f"{label}: {step.done} of {step.of} checks")
            return
        if self._audit != (step.period, step.rung):
            self._bars.close()
            self._audit = (step.period, step.rung)
            self._bar = self._bars.enter_context(click.progressbar(length=step.of, label=label))
        self._bar.update(step.done - self._bar.pos)


class Rows:
    """Tells how many rows were copied or compared; where there is no terminal, at the end."""

    def __init__(self) -> None:
        self._bars = ExitStack()
        self._label = ""
        self._bar: Any = None

    def __enter__(self) -> "Rows":
        return self

    def __exit__(self, *told: object) -> None:
        self._bars.close()

    def tell(self, step: Copied) -> None:
        """So many of all rows are done."""
        if not sys.stdout.isatty():
            if step.done >= step.of:
                click.echo(f"{step.label}: {step.done} rows")
            return
        if self._label != step.label:
            self._bars.close()
            self._label = step.label
            self._bar = self._bars.enter_context(
                click.progressbar(length=step.of, label=step.label)
            )
        self._bar.update(step.done - self._bar.pos)
