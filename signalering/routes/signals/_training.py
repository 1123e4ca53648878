"""What a worker should know of the own training before logging another signal."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.course import ends_soon, in_grace
from signalering.domain.states import Hat
from signalering.web.context import house
from signalering.web.rules import rules
from signalering.web.visitor import current_visitor


@dataclass(frozen=True)
class TrainingNotice:
    """`last_day` is the last day on which the form is open, or the training valid."""

    lapsed: bool
    last_day: date


def training_notice() -> TrainingNotice | None:
    """For a worker whose training ends soon, or has ended and is in its grace."""
    visitor = current_visitor()
    until = visitor.actor.training_valid_until if visitor else None
    if visitor is None or visitor.actor.hat is not Hat.FRONTLINE or until is None:
        return None
    today, periods = house().clock.today(), rules().periods
    if in_grace(until, periods, today):
        return TrainingNotice(lapsed=True, last_day=until + periods.training_grace)
    if ends_soon(until, periods, today):
        return TrainingNotice(lapsed=False, last_day=until)
    return None
