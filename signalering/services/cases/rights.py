"""Rights of the resident, read off the timeline, where each step was written down."""

from datetime import date, datetime
from typing import Any

from signalering.domain.clock import day_of
from signalering.domain.contact_protocol import REACHED
from signalering.domain.rights import answer_by, inform_by, may_extend
from signalering.domain.states import (
    AttemptResult,
    CaseOutcome,
    CaseState,
    ConsentScope,
    RightAnswer,
)
from signalering.domain.views.cases.rights import RequestView, RightsView
from signalering.models.cases.case import Case
from signalering.services.cases.entries import Entries, Payload, first_moment
from signalering.services.work import Work

ASKED, ANSWERED, INFORMED, RESTRICTION = "request", "request_answer", "informed", "restriction"


def rights_of(work: Work, case: Case, entries: Entries) -> RightsView:
    """Where they stand today."""
    today = work.clock.today()
    return RightsView(
        inform_by=case.inform_by,
        inform_overdue=case.inform_by is not None and case.inform_by < today,
        restricted=case.restricted,
        review_on=review_day(entries) if case.restricted else None,
        deceased=is_deceased(case, entries),
        requests=requests_of(entries, today),
    )


def requests_of(entries: Entries, today: date) -> tuple[RequestView, ...]:
    """Every request, in the order in which they were written down."""
    more: set[int] = set()
    answers: dict[int, Payload] = {}
    for _, payload in entries:
        if payload["kind"] != ANSWERED:
            continue
        if payload["answer"] == RightAnswer.EXTENDED:
            more.add(payload["request"])
        else:
            answers[payload["request"]] = payload
    found = []
    for number, payload in entries:
        if payload["kind"] == ASKED:
            received = date.fromisoformat(payload["received"])
            due = answer_by(received, extended=number in more)
            answer = answers.get(number)
            found.append(
                RequestView(
                    number=number,
                    right=payload["right"],
                    received=received,
                    due=due,
                    overdue=answer is None and due < today,
                    extended=number in more,
                    may_extend=number not in more and may_extend(received, today),
                    answer=answer["answer"] if answer else "",
                    text=payload["text"],
                )
            )
    return tuple(found)


def clocks(work: Work, after: Entries, *, has_details: bool) -> dict[str, Any]:
    """The columns of both clocks once these entries are there, unless it ended by death.

    Entries that are yet to be written may lack their moment: that is now.
    """
    open_ones = [one.due for one in requests_of(after, work.clock.today()) if one.is_open]
    return {
        "inform_by": _inform_day(work, after) if has_details else None,
        "request_by": min(open_ones, default=None),
    }


def is_informed(entries: Entries) -> bool:
    """Whether the resident knows what is kept."""
    return any(payload["kind"] == INFORMED for _, payload in entries)


def is_deceased(case: Case, entries: Entries) -> bool:
    """Whether the case ended by death and was not taken up again."""
    if case.state != CaseState.CLOSED:
        return False
    ends = [payload["outcome"] for _, payload in entries if payload["kind"] == "outcome"]
    return bool(ends) and ends[-1] == CaseOutcome.DECEASED


def review_day(entries: Entries) -> date | None:
    """When somebody looks whether the restriction must last."""
    said = [p["until"] for _, p in entries if p["kind"] == RESTRICTION and p["on"]]
    return date.fromisoformat(said[-1]) if said and said[-1] else None


def held_before(entries: Entries) -> date | None:
    """Until when somebody else had put off its erasing before the restriction."""
    said = [p.get("held") for _, p in entries if p["kind"] == RESTRICTION and p["on"]]
    return date.fromisoformat(said[-1]) if said and said[-1] else None


def _inform_day(work: Work, entries: Entries) -> date | None:
    """A month after we had the details, or the day of the first word with the resident."""
    if is_informed(entries):
        return None
    opened = day_of(first_moment(entries))
    known: date | None = None
    for _, payload in entries:
        if payload["kind"] == "consent" and payload["scope"] == ConsentScope.CONTACT:
            said = max(opened, date.fromisoformat(payload["day"]))
            known = (known or said) if payload["given"] else None
    since = known or opened
    spoken = [
        day
        for _, payload in entries
        if payload["kind"] == "attempt"
        and AttemptResult(payload["result"]) in REACHED
        and (day := _day(work, payload)) >= since
    ]
    return min([inform_by(since), *spoken])


def _day(work: Work, payload: Payload) -> date:
    if "at" not in payload:
        return work.clock.today()
    return day_of(datetime.fromisoformat(payload["at"]))
