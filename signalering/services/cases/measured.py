"""Measures read off the timeline, where each was written down; the later word counts."""

from collections.abc import Mapping
from datetime import date, datetime

from signalering.domain.clock import day_of
from signalering.domain.measures import ItemAnswer, Response, Score
from signalering.domain.moments import Moment, moments_left
from signalering.domain.moments import is_settled as settled_by
from signalering.domain.states import CaseState
from signalering.domain.views.cases.measured import Measured
from signalering.services.cases.entries import Entries, Payload
from signalering.services.work import Work

KIND = "measure"


def read(number: int, payload: Payload) -> Measured:
    """An entry as it was sealed: points are those of the day on which it was written."""
    points = payload["score"]
    return Measured(
        number=number,
        months=payload["months"],
        day=date.fromisoformat(payload["day"]),
        response=Response(payload["response"]),
        direct=payload["direct"],
        score=Score(points["emotional"], points["social"], points["total"]),
        answers={one: ItemAnswer(said) for one, said in payload["answers"].items()},
    )


def measured(entries: Entries) -> Mapping[int, Measured]:
    """By moment, in their order."""
    found = {p["months"]: read(number, p) for number, p in entries if p["kind"] == KIND}
    return dict(sorted(found.items()))


def support_began(entries: Entries) -> date | None:
    """The first day on which the case was in support."""
    for _, payload in entries:
        if payload["kind"] == "status" and payload["to"] == CaseState.SUPPORTED:
            return day_of(datetime.fromisoformat(payload["at"]))
    return None


def is_settled(entries: Entries) -> bool:
    """Whether there is a measure after the start, or a word on why there is none."""
    return settled_by(frozenset(measured(entries)))


def left(work: Work, entries: Entries) -> tuple[Moment, ...]:
    """The moments of which nothing is recorded yet."""
    recorded = frozenset(measured(entries))
    today = work.clock.today()
    return moments_left(recorded, support_began(entries), work.calendar, work.periods, today)
