"""What receivers' answers mean for the day by which to go on in their case."""

from typing import Any

from signalering.domain.case_clocks import task
from signalering.domain.lifecycles import ReceiverSaid
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.services.cases.clocks import deadline
from signalering.services.cases.entries import Entries
from signalering.services.cases.finding import hold_case
from signalering.services.cases.handovers import ask_again
from signalering.services.referrals.answers import payloads
from signalering.services.work import Work

# After these somebody has to decide how to go on.
TO_DECIDE = frozenset(
    {
        ReceiverSaid.DECLINED,
        ReceiverSaid.NOT_STARTED,
        ReceiverSaid.STOPPED,
        ReceiverSaid.EXPIRED,
        ReceiverSaid.CALL,
    }
)


def held_news(work: Work, case: Case) -> Entries:
    """What waits, as entries to be written. Held: whoever answers from now on waits as well."""
    hold_case(work, case.id)
    return [(0, payload) for payload in payloads(work, case.id)]


def day_to_go_on(work: Work, case: Case, entries: Entries, news: Entries) -> dict[str, Any]:
    """The columns of a case's deadline once these are written; none when its day stands."""
    if case.state == CaseState.CLOSED:
        return {}
    columns = ask_again(work, case, entries, news)
    if any(payload.get("said") in TO_DECIDE for _, payload in news):
        decide = deadline(work, case, task(work.calendar, work.periods, work.clock.today()))
        days = (columns.get("deadline_on"), case.deadline_on)
        if all(day is None or decide["deadline_on"] < day for day in days):
            return decide
    return columns
