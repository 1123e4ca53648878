"""By when a signal is triaged."""

from datetime import date
from typing import Any

from signalering.domain.lifecycles import SignalDeadline
from signalering.services.work import Work


def triage_due(work: Work, day: date) -> date:
    """The last working day on which what came in on `day` is looked at in time."""
    return work.calendar.add_working_days(day, work.periods.triage_working_days)


def fresh_deadline(work: Work) -> dict[str, Any]:
    """The columns of a triage that begins today."""
    due = triage_due(work, work.clock.today())
    return {"deadline_on": due, "deadline_kind": SignalDeadline.TRIAGE.value}


# A finished signal keeps no day in clear: it would tell when somebody was at work on it.
NO_DEADLINE: dict[str, Any] = {"deadline_on": None, "deadline_kind": None}
